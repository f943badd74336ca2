package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// paged is a page of what waits, as SQLite gives it by its index.
const paged = "SELECT number, summary, created FROM request WHERE status = 0 ORDER BY urgency, created LIMIT 40;"

// ftsed is what stands there of whatever begins with each word, the newest first.
func ftsed(words string) string {
	var match []string
	for w := range strings.FieldsSeq(words) {
		match = append(match, `"`+w+`"*`)
	}
	return "SELECT r.number, r.summary, r.created, r.status FROM words JOIN request r ON r.id = words.rowid WHERE words MATCH '" + strings.Join(match, " ") + "' ORDER BY words.rowid DESC LIMIT 40;"
}

// insert is a request that is added durably.
func insert(summary string) string {
	return fmt.Sprintf(`PRAGMA synchronous=FULL; BEGIN IMMEDIATE; UPDATE site SET last=last+1 WHERE id=1;
INSERT INTO request(number, summary, status, urgency, created) SELECT last, '%[1]s', 0, 2, %[2]d FROM site WHERE id=1;
INSERT INTO event(request, at, who, body) VALUES(last_insert_rowid(), %[2]d, 1, '%[1]s'); COMMIT;`, summary, time.Now().UnixMilli())
}

// relational is a database of SQLite with the requests of an archive, and with an index of their words; where one is there already it is
// taken. took is how long the requests took to be brought in, without that index.
func (c *compare) relational(rows int) (path string, took time.Duration, err error) {
	shell, err := need("sqlite3", "sqlite3")
	if err != nil {
		return "", 0, err
	}
	path = filepath.Join(c.dir, fmt.Sprintf("sqlite%d.db", rows))
	if _, err := os.Stat(path); err == nil {
		return path, 0, nil
	}
	from := path + ".csv"
	defer os.Remove(from)
	var b strings.Builder
	for _, r := range requests(rows) {
		status := 3
		if r.waits {
			status = 0
		}
		fmt.Fprintf(&b, "%d,%d,%s,%d,2,%d\n", r.n+1, r.n+1, r.summary, status, r.created.UnixMilli())
	}
	if err := os.WriteFile(from, []byte(b.String()), 0o600); err != nil {
		return "", 0, err
	}
	began := time.Now()
	if _, err := sqlite(shell, path, schema+".mode csv\n.import '"+from+"' request\nINSERT INTO event(request, at, who, body) SELECT id, created, 1, summary FROM request;\nUPDATE site SET last = (SELECT max(number) FROM request);\n"); err != nil {
		return "", 0, errors.Join(err, os.Remove(path))
	}
	took = time.Since(began)
	_, err = sqlite(shell, path, "CREATE VIRTUAL TABLE words USING fts5(summary, content='request', content_rowid='id', prefix='1 2 3');\nINSERT INTO words(words) VALUES('rebuild');\nPRAGMA wal_checkpoint(TRUNCATE);\n")
	return path, took, err
}

// asking is a shell of SQLite that stays.
type asking struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func ask(path string) (*asking, error) {
	cmd := exec.Command("sqlite3", "-batch", path)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &asking{cmd, in, bufio.NewReaderSize(out, 1<<20)}, cmd.Start()
}

// took is how long an answer takes to be there, with the way through two pipes.
func (a *asking) took(query string) (time.Duration, int, error) {
	began := time.Now()
	if _, err := io.WriteString(a.in, query+"\n.print =\n"); err != nil {
		return 0, 0, err
	}
	for rows := 0; ; rows++ {
		switch line, err := a.out.ReadString('\n'); {
		case err != nil:
			return 0, 0, err
		case line == "=\n":
			return time.Since(began), rows, nil
		}
	}
}

func (a *asking) close() error { return errors.Join(a.in.Close(), a.cmd.Wait()) }
