// Mended: a client has a queue and one goroutine that writes, one whose queue is full is dropped, pings and deadlines find the
// frozen, and only an end that nobody expects is worth a line.
//
//	PING_MS=1000 GO111MODULE=off GOPATH=/usr/share/gocode go run after.go 8020
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	queueLength = 256
	maxMessage  = 1024 * 1024
	writeWait   = 2 * time.Second
)

var (
	upgrader     = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	pingInterval = 20 * time.Second
	mutex        sync.Mutex
	clients      = map[*client]bool{}
)

type client struct {
	connection *websocket.Conn
	queue      chan *websocket.PreparedMessage
}

func chat(w http.ResponseWriter, r *http.Request) {
	connection, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := &client{connection, make(chan *websocket.PreparedMessage, queueLength)}
	mutex.Lock()
	clients[c] = true
	mutex.Unlock()
	log.Println("INFO open", r.RemoteAddr)
	go c.write()
	c.read()
}

func (c *client) read() {
	defer c.leave()
	alive := func(string) error { return c.connection.SetReadDeadline(time.Now().Add(2 * pingInterval)) }
	alive("")
	c.connection.SetPongHandler(alive)
	c.connection.SetReadLimit(maxMessage)
	for {
		kind, message, err := c.connection.ReadMessage()
		if err != nil {
			return // closed, reset, or silent for too long: clients do that
		}
		broadcast(kind, message)
	}
}

// The one goroutine that writes; ends with the queue or with a failure.
func (c *client) write() {
	defer c.connection.Close()
	pings := time.NewTicker(pingInterval)
	defer pings.Stop()
	for {
		var err error
		select {
		case message, open := <-c.queue:
			if !open {
				return
			}
			c.connection.SetWriteDeadline(time.Now().Add(writeWait))
			err = c.connection.WritePreparedMessage(message)
		case <-pings.C:
			err = c.connection.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeWait))
		}
		if err != nil {
			return
		}
	}
}

func (c *client) leave() {
	mutex.Lock()
	defer mutex.Unlock()
	drop(c)
}

// With the mutex held.
func drop(c *client) {
	if clients[c] {
		delete(clients, c)
		close(c.queue)
	}
}

func broadcast(kind int, message []byte) {
	prepared, err := websocket.NewPreparedMessage(kind, message)
	if err != nil {
		log.Println("ERROR cannot prepare a message:", err)
		return
	}
	mutex.Lock()
	defer mutex.Unlock()
	for c := range clients {
		select {
		case c.queue <- prepared:
		default:
			drop(c) // it reads too slowly
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
