package names

import (
	_ "embed"
	"sync"
)

var (
	//go:embed weights/arabic.bin
	arabicWeights []byte
	//go:embed weights/arabic.md
	arabicCard []byte
	//go:embed weights/english.bin
	englishWeights []byte
	//go:embed weights/english.md
	englishCard []byte
)

// Arabic is the Arabic model that comes with the package.
var Arabic = sync.OnceValue(func() *Model { return shipped(OpenArabic(arabicWeights)) })

// English is the English model that comes with the package.
var English = sync.OnceValue(func() *Model { return shipped(OpenEnglish(englishWeights)) })

// shipped is a model of the package itself: one that cannot be read is a
// mistake in the package.
func shipped(m *Model, err error) *Model {
	if err != nil {
		panic(err)
	}
	return m
}

// ShippedArabic returns the file of the Arabic model and its card. Do not
// change them.
func ShippedArabic() (weights, card []byte) { return arabicWeights, arabicCard }

// ShippedEnglish returns the file of the English model and its card. Do not
// change them.
func ShippedEnglish() (weights, card []byte) { return englishWeights, englishCard }
