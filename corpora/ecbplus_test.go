package corpora

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// archived packs files, two strings each: name and content.
func archived(t *testing.T, files ...string) *bytes.Buffer {
	t.Helper()
	var packed bytes.Buffer
	zipped := gzip.NewWriter(&packed)
	archive := tar.NewWriter(zipped)
	for i := 0; i < len(files); i += 2 {
		if err := archive.WriteHeader(&tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1]))}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), zipped.Close()); err != nil {
		t.Fatal(err)
	}
	return &packed
}

const ecbXML = `<Document doc_name="x">
<token t_id="1" sentence="0" number="0">Veld</token>
<token t_id="2" sentence="0" number="1">burns</token>
<token t_id="3" sentence="1" number="0">Rain &amp; wind</token>
<Markables><X m_id="1"/></Markables></Document>`

func TestECBPlus(t *testing.T) {
	got, err := ECBPlus("x.tgz", archived(t, "ecb/3/3_1ecb.xml", ecbXML, "ecb/readme.txt", "no report", "ecb/3/3_12ecbplus.xml", `<Document/>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Told{
		{Name: "3_1ecb", Story: "3/ecb", Text: "Veld burns\nRain & wind"},
		{Name: "3_12ecbplus", Story: "3/ecbplus"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestECBPlusBroken(t *testing.T) {
	cut := archived(t, "3_1ecb.xml", ecbXML).Bytes()
	for name, raw := range map[string][]byte{
		"no gzip": []byte("plain"),
		"cut":     cut[:len(cut)/2],
		"no xml":  archived(t, "3_1ecb.xml", "<Document><token>").Bytes(),
		"no name": archived(t, "report.xml", ecbXML).Bytes(),
	} {
		if _, err := ECBPlus("x.tgz", bytes.NewReader(raw)); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
