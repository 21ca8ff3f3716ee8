package pages

import (
	"html"
	"strings"
)

// mend makes JSON of what pages put into their JSON-LD scripts by mistake:
// comments of HTML and CDATA marks around it, entities for quotation marks,
// line ends and tabs inside strings, escapes that JSON has not, commas behind
// the last value, a semicolon behind it all.
func mend(script string) string {
	text := strings.TrimSpace(script)
	for _, mark := range []string{"<!--", "-->", "//<![CDATA[", "//]]>", "/*<![CDATA[*/", "/*]]>*/", "<![CDATA[", "]]>"} {
		text = strings.ReplaceAll(text, mark, "")
	}
	text = strings.TrimRight(strings.TrimSpace(text), "; \t\r\n")
	if strings.HasPrefix(text, "{&quot;") || strings.HasPrefix(text, "[{&quot;") {
		text = html.UnescapeString(text)
	}
	m := mender{in: text}
	m.out.Grow(len(text))
	for m.at < len(text) {
		m.step()
	}
	return m.out.String()
}

// mender copies JSON byte for byte, but for its mistakes.
type mender struct {
	in     string
	at     int
	quoted bool // inside a string
	out    strings.Builder
}

func (m *mender) step() {
	c := m.in[m.at]
	m.at++
	switch {
	case m.quoted:
		m.inString(c)
	case c == '"':
		m.quoted = true
		m.out.WriteByte(c)
	case c == ',':
		rest := strings.TrimLeft(m.in[m.at:], " \t\r\n,")
		if rest != "" && rest[0] != '}' && rest[0] != ']' {
			m.out.WriteByte(c)
		}
		m.at = len(m.in) - len(rest)
	default:
		m.out.WriteByte(c)
	}
}

func (m *mender) inString(c byte) {
	switch c {
	case '"':
		m.quoted = false
		m.out.WriteByte(c)
	case '\n':
		m.out.WriteString(`\n`)
	case '\r':
	case '\t':
		m.out.WriteByte(' ')
	case '\\':
		m.escape()
	default:
		if c >= ' ' {
			m.out.WriteByte(c)
		}
	}
}

// escape copies an escape that JSON has, and what an unknown one stands before
// without it.
func (m *mender) escape() {
	if m.at == len(m.in) {
		return
	}
	if next := m.in[m.at]; strings.IndexByte(`"\/bfnrtu`, next) >= 0 {
		m.out.WriteByte('\\')
		m.out.WriteByte(next)
		m.at++
	}
}
