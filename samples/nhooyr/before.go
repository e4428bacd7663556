// Naive: the list is right, but each end of a client goes to the log as an error, a broadcast waits for the slowest without
// a limit, and nobody is pinged.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run before.go 8021
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"

	"nhooyr.io/websocket"
)

var (
	mutex       sync.Mutex
	connections = map[*websocket.Conn]bool{}
)

func chat(w http.ResponseWriter, r *http.Request) {
	connection, err := websocket.Accept(w, r, nil)
	if err != nil {
		log.Println("ERROR accept:", err)
		return
	}
	mutex.Lock()
	connections[connection] = true
	mutex.Unlock()
	defer func() {
		mutex.Lock()
		delete(connections, connection)
		mutex.Unlock()
	}()
	for {
		kind, message, err := connection.Read(context.Background())
		if err != nil {
			log.Println("ERROR read:", err)
			return
		}
		broadcast(kind, message)
	}
}

func broadcast(kind websocket.MessageType, message []byte) {
	mutex.Lock()
	defer mutex.Unlock()
	for connection := range connections {
		if err := connection.Write(context.Background(), kind, message); err != nil {
			log.Println("ERROR write:", err)
		}
	}
}

func status(w http.ResponseWriter, _ *http.Request) {
	mutex.Lock()
	defer mutex.Unlock()
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(w, `{"connections":{"total":%d}}`, len(connections))
}

func main() {
	http.HandleFunc("/ws", chat)
	http.HandleFunc("/status", status)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
