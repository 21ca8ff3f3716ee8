package arabic

import (
	"time"

	"github.com/isnad-news/isnad/lang"
)

func NumberAt(tokens []lang.Token, i int) (lang.Value, bool) { return lang.Value{}, false }
func MonthAt(tokens []lang.Token, i int) (month int, calendar Calendar, n int, ok bool) {
	return 0, Gregorian, 0, false
}
func WeekdayAt(tokens []lang.Token, i int) (day time.Weekday, n int, ok bool) { return 0, 0, false }
func Splits(word string) []lang.Split                                         { return nil }
func Stem(key string) string                                                  { return key }
func IsStop(key string) bool                                                  { return false }
