package arabic

import (
	"time"

	"github.com/isnad-news/isnad/lang"
)

func Tokens(text string) []lang.Token                         { return nil }
func Sentences(text string, tokens []lang.Token) []lang.Range { return nil }
func Quotes(text string, tokens []lang.Token) []lang.Quote    { return nil }
func CueAt(tokens []lang.Token, i int) (lang.Cue, bool)       { return lang.Cue{}, false }
func NumberAt(tokens []lang.Token, i int) (lang.Value, bool)  { return lang.Value{}, false }
func MonthAt(tokens []lang.Token, i int) (month int, calendar Calendar, n int, ok bool) {
	return 0, Gregorian, 0, false
}
func WeekdayAt(tokens []lang.Token, i int) (day time.Weekday, n int, ok bool) { return 0, 0, false }
func Splits(word string) []lang.Split                                         { return nil }
func Stem(key string) string                                                  { return key }
func IsStop(key string) bool                                                  { return false }
