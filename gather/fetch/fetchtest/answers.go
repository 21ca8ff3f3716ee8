package fetchtest

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// hang says something and then nothing more.
func hang(first string) func(*site) http.Handler {
	return raw(func(conn net.Conn, life context.Context) {
		io.WriteString(conn, first)
		waitForEnd(conn)
	})
}

// waitForEnd returns when the client has left or the test ends.
func waitForEnd(conn net.Conn) { _, _ = io.Copy(io.Discard, conn) }

// drip says something and then one byte of each, again and again, a few
// milliseconds apart.
func drip(first, each string) func(*site) http.Handler {
	return raw(func(conn net.Conn, life context.Context) {
		_, err := io.WriteString(conn, first)
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for err == nil {
			select {
			case <-tick.C:
				_, err = io.WriteString(conn, each)
			case <-life.Done():
				return
			}
		}
	})
}

// flood says something and then each as fast as the client takes it.
func flood(first, each string) func(*site) http.Handler {
	return raw(func(conn net.Conn, _ context.Context) {
		io.WriteString(conn, first)
		_ = repeat(conn, []byte(strings.Repeat(each, 1+4096/len(each))), endless)
	})
}

// cut says something and closes; with reset the connection is torn down
// instead of ended.
func cut(first string, reset bool) func(*site) http.Handler {
	return raw(func(conn net.Conn, _ context.Context) {
		io.WriteString(conn, first)
		if tcp, ok := conn.(*net.TCPConn); ok && reset {
			_ = tcp.SetLinger(0)
		}
	})
}

const (
	headOK    = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	chunkedOK = headOK + "Transfer-Encoding: chunked\r\n\r\n"
)

func timeCases() []Case {
	slow := func(name, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: name, Level: Fetch, Proves: proves, Want: isnad.Unavailable, Slow: true, serve: serve}
	}
	return []Case{
		slow("hang-before-answer", "a server that takes the request and says nothing is left in time", hang("")),
		slow("hang-in-header", "one that stops in the middle of its header too", hang(headOK)),
		slow("hang-in-body", "one that stops in the middle of its body too", hang(headOK+"Content-Length: 1000\r\n\r\n<p>half")),
		slow("hang-in-chunk", "one that stops in the middle of a chunk too", hang(chunkedOK+"400\r\n<p>half")),
		slow("drip-header", "a header that comes byte by byte is bounded by the time of the whole request", drip("HTTP/1.1 200 OK\r\nX-Slow: ", "a")),
		slow("drip-body", "a body that comes byte by byte too: progress alone buys no time", drip(headOK+"Content-Length: 1000000\r\n\r\n", "a")),
		slow("drip-chunks", "chunks of one byte, one after another, too", drip(chunkedOK, "1\r\na\r\n")),
		slow("drip-early-hints", "interim answers that never end buy no time", drip("", "HTTP/1.1 103 Early Hints\r\n\r\n")),
		{Name: "drip-redirects", Level: Fetch, Proves: "redirects that each take a while share the time of one request", Want: isnad.Unavailable, Slow: true,
			serve: slowRedirects},
	}
}

// slowRedirects answers each step after a tenth of a second, for good.
func slowRedirects(s *site) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(100 * time.Millisecond):
			http.Redirect(w, r, r.URL.Path+"a", http.StatusFound)
		case <-s.life.Done():
		}
	})
}

func sizeCases() []Case {
	large := func(name, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: name, Level: Fetch, Proves: proves, Want: isnad.TooLarge, serve: serve}
	}
	return []Case{
		large("endless-body", "a body without end is left at the bound", flood(headOK+"\r\n", "news ")),
		large("endless-chunks", "a chunked body without end is left at the bound", flood(chunkedOK, "400\r\n"+strings.Repeat("a", 0x400)+"\r\n")),
		large("endless-header", "a header line without end is left at the bound", flood("HTTP/1.1 200 OK\r\nX-Long: ", "a")),
		large("endless-header-lines", "header lines without end are left at the bound", flood("HTTP/1.1 200 OK\r\n", "X-More: a\r\n")),
		large("endless-status", "a status line without end is left at the bound", flood("HTTP/1.1 200 ", "OK ")),
		large("endless-early-hints", "interim answers without end are left at the bound", flood("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
		large("stated-too-large", "a body that says it holds 10 GB is not begun", cut(headOK+"Content-Length: 10000000000\r\n\r\n", false)),
		large("endless-tiny-chunks", "chunks of one byte without end are left at the bound", flood(chunkedOK, "1\r\na\r\n")),
		{Name: "endless-chunk-extension", Level: Fetch, Proves: "an extension of a chunk without end is left", Want: isnad.Invalid,
			serve: flood(chunkedOK+"1;", "a")},
		{Name: "endless-trailer", Level: Fetch, Proves: "a trailer without end is left", Want: isnad.Invalid,
			serve: flood(chunkedOK+"1\r\na\r\n0\r\n", "X-More: a\r\n")},
	}
}

func answerCases() []Case {
	return append(brokenAnswers(), statusCases()...)
}

func brokenAnswers() []Case {
	answer := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: name, Level: Fetch, Proves: proves, Want: want, serve: serve}
	}
	return []Case{
		answer("closed-before-answer", isnad.Unavailable, "a connection closed without an answer is an error after the tries", cut("", false)),
		answer("closed-in-header", isnad.Unavailable, "one closed in the header too", cut(headOK, false)),
		answer("closed-in-body", isnad.Unavailable, "one closed in the body too: half a report is none", cut(headOK+"Content-Length: 1000\r\n\r\n<p>half", false)),
		answer("closed-in-chunk", isnad.Unavailable, "one closed in a chunk too", cut(chunkedOK+"400\r\n<p>half", false)),
		answer("reset-before-answer", isnad.Unavailable, "a connection torn down is an error after the tries", cut("", true)),
		answer("reset-in-body", isnad.Unavailable, "one torn down in the body too", cut(headOK+"Content-Length: 1000\r\n\r\n<p>half", true)),
		answer("length-too-long", isnad.Unavailable, "a Content-Length beyond the body is a cut answer", say(headOK+"Content-Length: 500\r\nConnection: close\r\n\r\n<p>short</p>")),
		answer("length-too-short", "", "what follows a Content-Length that is too short is not taken for an answer", say(headOK+"Content-Length: 12\r\n\r\n<p>short</p>HTTP/1.1 200 OK\r\n\r\nsmuggled")),
		answer("length-negative", isnad.Invalid, "a negative Content-Length is an error", say(headOK+"Content-Length: -1\r\n\r\n<p>x</p>")),
		answer("length-twice", isnad.Invalid, "two lengths that differ are an error", say(headOK+"Content-Length: 8\r\nContent-Length: 9\r\n\r\n<p>x</p>")),
		answer("length-word", isnad.Invalid, "a length that is no number is an error", say(headOK+"Content-Length: many\r\n\r\n<p>x</p>")),
		answer("chunk-length-huge", isnad.Invalid, "a chunk whose length overflows is an error", say(chunkedOK+"fffffffffffffffff\r\na")),
		answer("chunk-length-word", isnad.Invalid, "a chunk whose length is no number is an error", say(chunkedOK+"news\r\na")),
		answer("not-http", isnad.Invalid, "an answer that is not HTTP is an error", say("SSH-2.0-OpenSSH_9.7\r\nnot a web server\r\n\r\n")),
		answer("binary", isnad.Invalid, "binary in place of an answer is an error", say("\x00\xFF\x16\x03\x01\x02\x00\x01\r\n\r\n")),
		answer("header-without-colon", isnad.Invalid, "a header line without a colon is an error", say("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")),
		{Name: "certificate-of-nobody", Level: Fetch, Proves: "a certificate that nobody vouches for is refused", Want: isnad.Unavailable, secure: true,
			serve: text("text/html", "<p>reached</p>")},
		answer("plain-on-tls", isnad.Unavailable, "a server that does not speak TLS where https leads is an error", toPlain),
	}
}

// toPlain redirects to itself over https, which it does not speak.
func toPlain(s *site) http.Handler {
	return status(http.StatusFound, "Location: "+strings.Replace(s.base, "http:", "https:", 1)+"/tls")(s)
}

func statusCases() []Case {
	answer := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: name, Level: Fetch, Proves: proves, Want: want, serve: serve}
	}
	list := []Case{
		answer("500-forever", isnad.Unavailable, "a server that always fails is tried a few times and left", status(500)),
		answer("503-for-a-year", isnad.Unavailable, "Retry-After of a year is not waited for: the caller is told", status(503, "Retry-After: 31536000")),
		answer("503-until-9999", isnad.Unavailable, "Retry-After with a far date too", status(503, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT")),
		answer("503-for-ever", isnad.Unavailable, "Retry-After beyond all numbers too", status(503, "Retry-After: "+strings.Repeat("9", 40))),
		answer("503-until-word", isnad.Unavailable, "Retry-After that cannot be read is passed over", status(503, "Retry-After: soon")),
		answer("429-forever", isnad.Unavailable, "a server that is always too busy is asked a few times, at the distance it wants", status(429, "Retry-After: 3")),
		answer("304-unasked", isnad.Invalid, "not modified, to who has nothing, is an error", status(304)),
		answer("206-unasked", isnad.Unavailable, "a part, to who asked for the whole, is no report", status(206)),
		answer("204", isnad.Unavailable, "no content is no report", status(204)),
		answer("999", isnad.Unavailable, "a status that means nothing is an error", status(999)),
		answer("header-of-controls", isnad.Invalid, "control characters in a header are an error", say(headOK+"ETag: \"a\x01b\"\r\nContent-Length: 8\r\n\r\n<p>x</p>")),
		{Name: "etag-of-100-kb", Level: Fetch, Proves: "a validator of 100 KB is not kept to be sent back", serve: stream([]string{"ETag: \"" + strings.Repeat("a", 100_000) + "\""}, func(w io.Writer) error {
			_, err := io.WriteString(w, "<p>x</p>")
			return err
		})},
	}
	return append(list,
		answer("404", isnad.NotFound, "a page that is not there is not asked for again", status(404)),
		answer("410", isnad.NotFound, "nor is one that is gone", status(410)),
		answer("403", isnad.Refused, "a page that the site does not give is refused, not missing", status(403)),
		answer("451", isnad.Refused, "so is one withheld by law", status(451)),
	)
}
