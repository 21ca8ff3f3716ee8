package fetchtest

import (
	"context"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
)

// The ways to answer.

// text answers with a body of that type.
func text(contentType, body string) func(*site) http.Handler {
	return func(*site) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			io.WriteString(w, body)
		})
	}
}

// status answers with a status and headers, "Name: value".
func status(code int, headers ...string) func(*site) http.Handler {
	return func(s *site) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			for _, header := range headers {
				name, value, _ := strings.Cut(header, ": ")
				w.Header().Set(name, s.fill(value))
			}
			w.WriteHeader(code)
		})
	}
}

// redirect answers with 302 to an address in which TRAP stands for the port
// that must not be reached and BASE for the site's own address.
func redirect(to string) func(*site) http.Handler {
	return status(http.StatusFound, "Location: "+to)
}

// stream answers with headers and what write writes until it or the client
// ends.
func stream(headers []string, write func(io.Writer) error) func(*site) http.Handler {
	return func(s *site) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for _, header := range headers {
				name, value, _ := strings.Cut(header, ": ")
				w.Header().Add(name, value)
			}
			// The error says that the client has left, which is the point.
			_ = write(&until{w, s.life})
		})
	}
}

// raw takes the connection over after the request was read.
func raw(speak func(conn net.Conn, life context.Context)) func(*site) http.Handler {
	return func(s *site) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err != nil {
				return
			}
			stop := context.AfterFunc(s.life, func() { conn.Close() })
			defer stop()
			defer conn.Close()
			speak(conn, s.life)
		})
	}
}

// say writes a whole answer, protocol and all.
func say(answer string) func(*site) http.Handler {
	return raw(func(conn net.Conn, _ context.Context) { io.WriteString(conn, answer) })
}

// until is a writer that fails when life ends.
type until struct {
	w    io.Writer
	life context.Context
}

func (u *until) Write(p []byte) (int, error) {
	if err := u.life.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(p)
}

func (s *site) fill(text string) string {
	return strings.NewReplacer("TRAP", s.trap, "BASE", s.base).Replace(text)
}

// filled answers with a body in which TRAP and BASE are filled in.
func filled(contentType, body string) func(*site) http.Handler {
	return func(s *site) http.Handler { return text(contentType, s.fill(body))(s) }
}

// repeat writes block n times, or until w fails.
func repeat(w io.Writer, block []byte, n int) error {
	for range n {
		if _, err := w.Write(block); err != nil {
			return err
		}
	}
	return nil
}

const endless = 1 << 40

func itoa(n int) string { return strconv.Itoa(n) }
