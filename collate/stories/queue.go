package stories

import (
	"container/heap"
	"time"
)

// queue gives the articles in the order in which they leave.
type queue struct{ list leaves }

type leave struct {
	at   time.Time
	slot int32
}

func (q *queue) Len() int { return len(q.list) }

func (q *queue) push(at time.Time, slot int32) { heap.Push(&q.list, leave{at, slot}) }

func (q *queue) first() (time.Time, int32) { return q.list[0].at, q.list[0].slot }

func (q *queue) pop() { heap.Pop(&q.list) }

type leaves []leave

func (l leaves) Len() int { return len(l) }
func (l leaves) Less(i, j int) bool {
	if !l[i].at.Equal(l[j].at) {
		return l[i].at.Before(l[j].at)
	}
	return l[i].slot < l[j].slot
}
func (l leaves) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l *leaves) Push(x any)   { *l = append(*l, x.(leave)) }
func (l *leaves) Pop() any {
	last := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return last
}
