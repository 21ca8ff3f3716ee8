package fetch

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/fetch/fetchtest"
)

func TestNotPublic(t *testing.T) {
	cases := map[string]string{
		"loopback":      "127.0.0.1 127.255.255.255 ::1 ::ffff:127.0.0.1 64:ff9b::127.0.0.1",
		"private":       "10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 fc00::1 fdff:ffff::1 ::ffff:10.0.0.1 64:ff9b::192.168.1.1",
		"link-local":    "169.254.0.1 169.254.255.255 fe80::1 febf::1",
		"metadata":      "169.254.169.254 fd00:ec2::254 ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe",
		"carrier":       "100.64.0.1 100.100.100.200 100.127.255.255",
		"this network":  "0.0.0.0 0.1.2.3 ::ffff:0.0.0.0",
		"unspecified":   "::",
		"multicast":     "224.0.0.1 239.255.255.255 ff02::1",
		"broadcast":     "255.255.255.255",
		"reserved":      "240.0.0.1 255.255.255.254",
		"documentation": "192.0.2.1 198.51.100.1 203.0.113.1 2001:db8::1 3fff::1",
		"benchmarks":    "198.18.0.1 198.19.255.255",
		"protocol":      "192.0.0.8 2001:2::1",
		"cloud":         "168.63.129.16",
		"6to4":          "192.88.99.1 2002:7f00:1:: 2002:808:808::1",
		"Teredo":        "2001:0:808:808::1",
		"old form":      "::7f00:1 ::8.8.8.8",
		"translation":   "64:ff9b:1::8.8.8.8",
		"site-local":    "fec0::1",
		"not given out": "4000::1 1::1 ::ffff:0:8.8.8.8 e000::1",
		"segment":       "5f00::1",
		"discarded":     "100::1",
	}
	for why, list := range cases {
		for text := range strings.FieldsSeq(list) {
			if got := NotPublic(netip.MustParseAddr(text)); !strings.Contains(got, why) {
				t.Errorf("%s is %q; want %q", text, got, why)
			}
		}
	}
	for text := range strings.FieldsSeq("1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 " +
		"169.253.0.1 172.15.0.1 172.32.0.1 192.167.0.1 198.17.0.1 198.20.0.1 223.255.255.255 2606:4700::1111 2a00:1450::1 64:ff9b::8.8.8.8 ::ffff:8.8.8.8") {
		if got := NotPublic(netip.MustParseAddr(text)); got != "" {
			t.Errorf("%s is %q; want public", text, got)
		}
	}
	if NotPublic(netip.Addr{}) == "" {
		t.Error("no address is public")
	}
}

func TestGuardCheck(t *testing.T) {
	guard := &Guard{Allow: []string{"Desk.example:25", "127.0.0.1:8080", "::1", "localhost"}}
	for address, want := range map[string]bool{
		"https://news.example/":         true,
		"http://news.example:8080/":     true,
		"http://news.example:25/":       false,
		"http://news.example:6379/":     true, // not on the list of browsers; a private one is refused anyway
		"http://desk.example:25/":       true,
		"http://127.0.0.1:8080/":        true,
		"http://127.0.0.1:8081/":        false,
		"http://127.0.0.1/":             false,
		"http://[::1]/":                 true,
		"http://[::1]:22/":              false, // allowed by name, on ports of the web alone
		"http://localhost:9000/":        true,
		"http://a.localhost:9000/":      false,
		"http://[::ffff:127.0.0.1]:80/": false,
	} {
		u, err := parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if err := guard.Check(u); (err == nil) != want || err != nil && !errors.Is(err, isnad.Refused) {
			t.Errorf("%s: %v; allowed: %v", address, err, want)
		}
	}
}

// TestGuardDial asks for a connection by name, whose address is public when it
// is first dialled and loopback the second time. 127.0.0.2 plays the public
// one.
func TestGuardDial(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip("this system has no 127.0.0.2 to play a public address")
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	inside, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Skip("the port is taken on 127.0.0.1")
	}
	defer inside.Close()
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
		}
	})}
	server.SetKeepAlivesEnabled(false)
	go server.Serve(listener)
	defer server.Close()
	var reached atomic.Int64
	go func() {
		for {
			conn, err := inside.Accept()
			if err != nil {
				return
			}
			reached.Add(1)
			conn.Close()
		}
	}()

	// What the name resolves to, dial after dial: for robots.txt, a page, a page.
	resolver := fetchtest.Resolver(map[string][]string{"turning.example": {"127.0.0.2", "127.0.0.2", "127.0.0.1"}})
	client := New(Options{Delay: -1, Retries: -1, Resolver: resolver})
	defer client.Close()
	client.guard.public = func(addr netip.Addr) string {
		if addr == netip.MustParseAddr("127.0.0.2") {
			return ""
		}
		return NotPublic(addr)
	}
	if _, err := client.Get(t.Context(), Request{URL: "http://turning.example:" + port + "/one"}); err != nil {
		t.Fatalf("while the name is public: %v", err)
	}
	_, err = client.Get(t.Context(), Request{URL: "http://turning.example:" + port + "/two"})
	if !errors.Is(err, isnad.Refused) || reached.Load() != 0 {
		t.Errorf("after the name turned: %v, and %d connections inside; want refused and none", err, reached.Load())
	}
}
