package addresses

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDay(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"https://news.example/wp-content/uploads/2025/02/photo_1739381640-780x470.jpg", "2025-02-12"},
		{"https://news.example/wp-content/uploads/2025/03/photo_1739381640-780x470.jpg", ""}, // they disagree
		{"https://news.example/uploads/2025/02/1739381640123.jpg", "2025-02-12"},
		{"https://news.example/uploads/2025/02/IMG_20250211_1200.jpg", "2025-02-11"},
		{"https://news.example/2025/02/12/story.html", "2025-02-12"},
		{"https://news.example/2025/2/3/story", "2025-02-03"},
		{"https://news.example/2025/02/31/story", ""},
		{"https://news.example/2025/20250212/du6.htm", "2025-02-12"},
		{"https://news.example/2025-02-12-headline", "2025-02-12"},
		{"https://news.example/story?date=2025-02-12", "2025-02-12"},
		{"https://news.example/world-20190305", ""}, // a running number
		{"https://news.example/2025/02/story", ""},
		{"https://news.example/1889/02/12/history", ""},
		{"photo 2025", ""},
	} {
		day, ok := Day(test.address)
		got := ""
		if ok {
			got = day.Format("2006-01-02")
		}
		if got != test.want {
			t.Errorf("Day(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestCanonical(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"HTTPS://News.Example:443/a?utm_source=x&id=7&fbclid=1#top", "https://news.example/a?id=7"},
		{"http://news.example:80", "http://news.example/"},
		{"https://user:secret@news.example/a", "https://news.example/a"},
		{"https://news.example/خبر", "https://news.example/%D8%AE%D8%A8%D8%B1"},
		{"ftp://news.example/a", ""},
		{"javascript:alert(1)", ""},
		{"not an address", ""},
	} {
		if got := Canonical(test.address); got != test.want {
			t.Errorf("Canonical(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestCanonicalTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Canonical("https://a.example/" + rapid.String().Draw(t, "rest"))
		if twice := Canonical(once); once != "" && twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}

func TestOutlet(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"https://www.news.example/a", "news.example"},
		{"https://cdn.images.news.example/a.jpg", "news.example"},
		{"https://arabic.news.example/a", "arabic.news.example"},
		{"https://i0.wp.com/news.example/a.jpg", ""},
		{"https://pbs.twimg.com/media/a.jpg", ""},
		{"http://localhost/a", ""},
		{"/relative", ""},
	} {
		if got := Outlet(test.address); got != test.want {
			t.Errorf("Outlet(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestSameSite(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"https://news.example/a", "http://news.example:8080/b", true},
		{"https://www.news.example/a", "https://m.news.example/a", true},
		{"https://harbour.co.uk/a", "https://tide.co.uk/a", false},
		{"https://one.github.io/a", "https://two.github.io/a", false},
		{"https://news.example/a", "http://127.0.0.1/a", false},
		{"http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a", true},
		{"https://news.example/a", "ftp://news.example/a", false},
	} {
		if got := SameSite(test.a, test.b); got != test.want {
			t.Errorf("SameSite(%q, %q) = %v", test.a, test.b, got)
		}
	}
}
