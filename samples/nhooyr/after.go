// Mended: every write and every ping has a limit, no write is waited for by others, and an end is no error.
//
//	PING_MS=1000 GO111MODULE=off GOPATH=/usr/share/gocode go run after.go 8021
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"nhooyr.io/websocket"
)

const (
	queueLength = 256
	maxMessage  = 1024 * 1024
	writeWait   = 2 * time.Second
)

var (
	pingInterval = 20 * time.Second
	mutex        sync.Mutex
	clients      = map[*client]bool{}
)

type client struct {
	connection *websocket.Conn
	queue      chan string
}

func chat(w http.ResponseWriter, r *http.Request) {
	connection, err := websocket.Accept(w, r, nil)
	if err != nil {
		return // Accept has answered
	}
	connection.SetReadLimit(maxMessage)
	c := &client{connection, make(chan string, queueLength)}
	mutex.Lock()
	clients[c] = true
	mutex.Unlock()
	log.Println("INFO open", r.RemoteAddr)
	ctx, cancel := context.WithCancel(context.Background())
	go c.write(ctx, cancel)
	go c.ping(ctx, cancel)
	for {
		_, message, err := connection.Read(ctx)
		if err != nil {
			break // closed, reset, or given up: clients do that
		}
		broadcast(string(message))
	}
	cancel()
	mutex.Lock()
	delete(clients, c)
	mutex.Unlock()
}

// A context that ends while a read waits closes the connection; so does cancel, when a write or a ping was in vain.
func (c *client) write(ctx context.Context, cancel context.CancelFunc) {
	defer cancel()
	for {
		select {
		case <-ctx.Done():
			return
		case message := <-c.queue:
			limited, done := context.WithTimeout(ctx, writeWait)
			err := c.connection.Write(limited, websocket.MessageText, []byte(message))
			done()
			if err != nil {
				return
			}
		}
	}
}

func (c *client) ping(ctx context.Context, cancel context.CancelFunc) {
	defer cancel()
	pings := time.NewTicker(pingInterval)
	defer pings.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-pings.C:
			limited, done := context.WithTimeout(ctx, pingInterval)
			err := c.connection.Ping(limited)
			done()
			if err != nil {
				return
			}
		}
	}
}

func broadcast(message string) {
	mutex.Lock()
	defer mutex.Unlock()
	for c := range clients {
		select {
		case c.queue <- message:
		default: // it reads too slowly: it misses this one, and its ping decides
		}
	}
}

func status(w http.ResponseWriter, _ *http.Request) {
	mutex.Lock()
	defer mutex.Unlock()
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(w, `{"connections":{"total":%d}}`, len(clients))
}

func main() {
	if ms, err := strconv.Atoi(os.Getenv("PING_MS")); err == nil {
		pingInterval = time.Duration(ms) * time.Millisecond
	}
	http.HandleFunc("/ws", chat)
	http.HandleFunc("/status", status)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
