package wikidata

import (
	"bytes"
	"errors"
)

var errSyntax = errors.New("no JSON object, or one that is cut off")

// members calls take with the name and value of each member of a JSON object,
// as they are written. It looks at nothing inside a value but where it ends,
// so that of an entity of a million bytes the few that are wanted are parsed.
// An array stands for an object without members: dumps write empty ones so.
func members(object []byte, take func(name, value []byte)) error {
	_, err := walk(object, take)
	return err
}

// walk is members, and says where the object ends.
func walk(object []byte, take func(name, value []byte)) (end int, err error) {
	i := space(object, 0)
	if i < len(object) && object[i] == '[' {
		return len(object), nil
	}
	if i >= len(object) || object[i] != '{' {
		return len(object), errSyntax
	}
	for i = space(object, i+1); i < len(object); i = space(object, i+1) {
		if object[i] == '}' {
			return i + 1, nil
		}
		name, end := value(object, i)
		i = space(object, end)
		if len(name) < 2 || name[0] != '"' || i >= len(object) || object[i] != ':' {
			break
		}
		body, end := value(object, space(object, i+1))
		if i = space(object, end); len(body) == 0 || i >= len(object) {
			break
		}
		take(name[1:len(name)-1], body)
		if object[i] == '}' {
			return i + 1, nil
		}
		if object[i] != ',' {
			break
		}
	}
	return len(object), errSyntax
}

func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r' || b[i] == '\n') {
		i++
	}
	return i
}

// value returns the value that begins at i and where it ends; none if it does
// not end.
func value(b []byte, i int) ([]byte, int) {
	start, depth := i, 0
	for i < len(b) {
		switch b[i] {
		case '"':
			if i = quoted(b, i); i < 0 {
				return nil, len(b)
			}
		case '{', '[':
			depth++
			i++
		case '}', ']':
			if depth == 0 { // the end of what the value stands in
				return b[start:i], i
			}
			depth--
			i++
		default:
			if depth == 0 && (b[i] == ',' || b[i] == ':' || space(b, i) > i) {
				return b[start:i], i
			}
			i++
			continue
		}
		if depth == 0 {
			return b[start:i], i
		}
	}
	if depth > 0 {
		return nil, i
	}
	return b[start:i], i
}

// quoted returns where the string that begins at i ends, or -1.
func quoted(b []byte, i int) int {
	for i++; i < len(b); i++ {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return -1
		}
		escapes := 0
		for k := i + n - 1; k >= i && b[k] == '\\'; k-- {
			escapes++
		}
		if i += n; escapes%2 == 0 {
			return i + 1
		}
	}
	return -1
}
