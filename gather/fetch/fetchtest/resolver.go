package fetchtest

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"

	"golang.org/x/net/dns/dnsmessage"
)

// zone answers DNS from a list: for each name, what it resolves to, query
// after query, the last answer for good.
type zone struct {
	mu    sync.Mutex
	names map[string][]string
}

// Resolver returns a real resolver, as programs use it, whose one server
// answers from names: for each the addresses that it resolves to, query after
// query, the last for good. Other names do not exist. The map is the
// resolver's from now on.
func Resolver(names map[string][]string) *net.Resolver {
	z := &zone{names: names}
	return &net.Resolver{PreferGo: true, StrictErrors: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go z.serve(server)
		return client, nil
	}}
}

// serve speaks DNS as over TCP, which the resolver does on any connection that
// is no packet connection.
func (z *zone) serve(conn net.Conn) {
	defer conn.Close()
	for {
		var length [2]byte
		if _, err := io.ReadFull(conn, length[:]); err != nil {
			return
		}
		query := make([]byte, binary.BigEndian.Uint16(length[:]))
		if _, err := io.ReadFull(conn, query); err != nil {
			return
		}
		answer, err := z.answer(query)
		if err != nil {
			return
		}
		if _, err := conn.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...)); err != nil {
			return
		}
	}
}

func (z *zone) answer(query []byte) ([]byte, error) {
	var message dnsmessage.Message
	if err := message.Unpack(query); err != nil || len(message.Questions) != 1 {
		return nil, io.ErrUnexpectedEOF
	}
	question := message.Questions[0]
	address, known := z.next(strings.ToLower(strings.TrimSuffix(question.Name.String(), ".")), question.Type)
	reply := dnsmessage.Message{
		Header:    dnsmessage.Header{ID: message.ID, Response: true, RecursionAvailable: true, Authoritative: true},
		Questions: message.Questions,
	}
	head := dnsmessage.ResourceHeader{Name: question.Name, Type: question.Type, Class: question.Class}
	switch {
	case !known:
		reply.RCode = dnsmessage.RCodeNameError
	case question.Type == dnsmessage.TypeA && address.Is4():
		reply.Answers = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AResource{A: address.As4()}}}
	case question.Type == dnsmessage.TypeAAAA && address.Is6():
		reply.Answers = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AAAAResource{AAAA: address.As16()}}}
	}
	return reply.Pack()
}

// next returns what name resolves to now. A query for the type that the
// answer has moves on to the answer after it.
func (z *zone) next(name string, asked dnsmessage.Type) (netip.Addr, bool) {
	z.mu.Lock()
	defer z.mu.Unlock()
	list := z.names[name]
	if len(list) == 0 {
		return netip.Addr{}, false
	}
	address := netip.MustParseAddr(list[0])
	fits := asked == dnsmessage.TypeA && address.Is4() || asked == dnsmessage.TypeAAAA && address.Is6()
	if fits && len(list) > 1 {
		z.names[name] = list[1:]
	}
	return address, true
}
