// Naive: connections are listed and never taken off, each end and each failed send is an error in the log, and there is neither
// a ping nor a deadline.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run before.go 8020
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/gorilla/websocket"
)

var (
	upgrader    = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	mutex       sync.Mutex
	connections []*websocket.Conn
)

func chat(w http.ResponseWriter, r *http.Request) {
	connection, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Println("ERROR upgrade:", err)
		return
	}
	mutex.Lock()
	connections = append(connections, connection)
	mutex.Unlock()
	for {
		kind, message, err := connection.ReadMessage()
		if err != nil {
			log.Println("ERROR read:", err)
			return
		}
		broadcast(kind, message)
	}
}

func broadcast(kind int, message []byte) {
	mutex.Lock()
	defer mutex.Unlock()
	for _, connection := range connections {
		if err := connection.WriteMessage(kind, message); err != nil {
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
