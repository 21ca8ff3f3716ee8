package sqlite

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// appendPlain appends value as JSON under the names of its Go fields, without
// those that are zero. encoding/json reads it back, so that a field added to a
// root type needs nothing here. It is one line and the same bytes for the same
// value; text that is not UTF-8 and numbers that JSON has no form for are
// refused. Slices and maps without elements are taken for nil.
func appendPlain(out []byte, value any) ([]byte, error) {
	out, err := appendValue(out, reflect.ValueOf(value))
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, "", "write %T: %w", value, err)
	}
	return out, nil
}

func appendValue(out []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.String:
		return appendString(out, v.String())
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(out, v.Int(), 10), nil
	case reflect.Bool:
		return strconv.AppendBool(out, v.Bool()), nil
	case reflect.Float64:
		return appendNumber(out, v.Float())
	case reflect.Pointer:
		if v.IsNil() {
			return append(out, "null"...), nil
		}
		return appendValue(out, v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return append(base64.StdEncoding.AppendEncode(append(out, '"'), v.Bytes()), '"'), nil
		}
		return appendSlice(out, v)
	case reflect.Map:
		return appendMap(out, v)
	case reflect.Struct:
		if when, ok := v.Interface().(time.Time); ok {
			return appendTime(out, when)
		}
		return appendStruct(out, v)
	}
	return nil, fmt.Errorf("no form for %s", v.Type())
}

func appendStruct(out []byte, v reflect.Value) (_ []byte, err error) {
	out = append(out, '{')
	names := v.Type()
	for i, first := 0, true; i < v.NumField(); i++ {
		field := v.Field(i)
		if blank(field) {
			continue
		}
		if !first {
			out = append(out, ',')
		}
		first = false
		out = append(append(append(out, '"'), names.Field(i).Name...), '"', ':')
		if out, err = appendValue(out, field); err != nil {
			return nil, fmt.Errorf("%s: %w", names.Field(i).Name, err)
		}
	}
	return append(out, '}'), nil
}

// blank reports whether a field is left out: it is zero or has no elements.
func blank(v reflect.Value) bool {
	if kind := v.Kind(); kind == reflect.Slice || kind == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

func appendSlice(out []byte, v reflect.Value) (_ []byte, err error) {
	if v.Len() == 0 {
		return append(out, "null"...), nil
	}
	out = append(out, '[')
	for i := range v.Len() {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = appendValue(out, v.Index(i)); err != nil {
			return nil, fmt.Errorf("%d: %w", i, err)
		}
	}
	return append(out, ']'), nil
}

func appendMap(out []byte, v reflect.Value) (_ []byte, err error) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	out = append(out, '{')
	for i, key := range keys {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = appendString(out, key.String()); err != nil {
			return nil, err
		}
		if out, err = appendValue(append(out, ':'), v.MapIndex(key)); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

func appendNumber(out []byte, number float64) ([]byte, error) {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return nil, errors.New("a number that is none")
	}
	return strconv.AppendFloat(out, number, 'g', -1, 64), nil
}

func appendTime(out []byte, when time.Time) ([]byte, error) {
	text, err := when.MarshalJSON()
	return append(out, text...), err
}

// appendString appends text as a JSON string. Letters stay as they are.
func appendString(out []byte, text string) ([]byte, error) {
	if !utf8.ValidString(text) {
		return nil, errors.New("text that is not UTF-8")
	}
	out = append(out, '"')
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, `\n`...)
		case c < ' ':
			out = fmt.Appendf(out, `\u%04x`, c)
		default:
			out = append(out, c)
		}
	}
	return append(out, '"'), nil
}

// Bounds of what is written as JSON, so that all of it can be read again. A
// line of an export holds two values at most, but for that of a story, whose sum
// is bounded.
const (
	// mostElements bounds what one value can grow to in memory: the largest doc
	// of a report of 1 MiB has a tenth of it.
	mostElements = 2_000_000
	lineElements = 3 * mostElements
	valueBytes   = 96 << 20
)

// plain is value as JSON, if it can be read again.
func plain(value any) ([]byte, error) {
	data, err := appendPlain(nil, value)
	if err != nil {
		return nil, err
	}
	if len(data) > valueBytes || many(data, mostElements) {
		return nil, isnad.Errorf(isnad.TooLarge, "", "write %T: it has more than %d bytes or %d elements", value, valueBytes, mostElements)
	}
	return data, nil
}

// many reports whether JSON has more elements than bound.
func many(data []byte, bound int) bool { return elements(data, bound) > bound }

// elements counts the commas of JSON that are not in strings; up to enough any
// comma may count.
func elements(data []byte, enough int) int {
	if n := bytes.Count(data, []byte{','}); n <= enough {
		return n
	}
	n := 0
	for {
		quote := bytes.IndexByte(data, '"')
		if quote < 0 {
			return n + bytes.Count(data, []byte{','})
		}
		n += bytes.Count(data[:quote], []byte{','})
		data = data[quote+1:]
		end := 0
		for end < len(data) && data[end] != '"' {
			if data[end] == '\\' {
				end++
			}
			end++
		}
		data = data[min(end+1, len(data)):]
	}
}

// readPlain reads what appendPlain wrote: a value, or, if strict, a line of an
// export. strict refuses names that the type does not have, and anything after
// the value.
func readPlain(data []byte, into any, strict bool) error {
	bound := mostElements
	if strict {
		bound = lineElements
	}
	if many(data, bound) {
		return isnad.Errorf(isnad.TooLarge, "", "read JSON: more than %d elements", bound)
	}
	if !strict {
		return json.Unmarshal(data, into)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if decoder.InputOffset() != int64(len(bytes.TrimRight(data, " \t\r\n"))) {
		return errors.New("more than one JSON value")
	}
	return nil
}

// stamp writes a time with its offset for a column; the zero time is empty.
func stamp(when time.Time) string {
	if when.IsZero() {
		return ""
	}
	return when.Format(time.RFC3339Nano)
}

// unstamp reads what stamp wrote.
func unstamp(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, text)
}
