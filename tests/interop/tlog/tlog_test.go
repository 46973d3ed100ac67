// Package tlog lets Go's own verifiers judge what a trail of Stead hands out: checkpoints, inclusion proofs and
// consistency proofs. The files are made by audit_interop_export.
package tlog

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The exporter took a checkpoint at every size of the trail up to this one.
const sizeMax = 21

func read(t *testing.T, name string) []byte {
	t.Helper()
	folder := os.Getenv("STEAD_TLOG_DIR")
	if folder == "" {
		t.Fatal("STEAD_TLOG_DIR must name the folder that audit_interop_export wrote")
	}
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func hashOf(t *testing.T, text string) tlog.Hash {
	t.Helper()
	hash, err := tlog.ParseHash(text)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func verifier(t *testing.T) note.Verifier {
	t.Helper()
	key, err := note.NewVerifier(strings.TrimSpace(string(read(t, "vkey"))))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Opens a checkpoint: the signature, then the three lines of the text.
func open(t *testing.T, data []byte) tlog.Tree {
	t.Helper()
	key := verifier(t)
	opened, err := note.Open(data, note.VerifierList(key))
	if err != nil {
		t.Fatal(err)
	}
	if len(opened.Sigs) != 1 || len(opened.UnverifiedSigs) != 0 {
		t.Fatalf("%d signatures verified, %d not", len(opened.Sigs), len(opened.UnverifiedSigs))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		t.Fatalf("the checkpoint has not three lines: %q", opened.Text)
	}
	if lines[0] != key.Name() {
		t.Fatalf("origin %q is not the key's name %q", lines[0], key.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return tlog.Tree{N: size, Hash: hashOf(t, lines[2])}
}

func checkpoint(t *testing.T, size int64) tlog.Tree {
	t.Helper()
	tree := open(t, read(t, fmt.Sprintf("checkpoint-%d", size)))
	if tree.N != size {
		t.Fatalf("checkpoint of %d entries says %d", size, tree.N)
	}
	return tree
}

// Reads a tlog-proof: header, index, hashes, an empty line, the checkpoint.
func readProof(t *testing.T, data []byte) (int64, tlog.RecordProof, tlog.Tree) {
	t.Helper()
	head, rest, found := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		t.Fatalf("not a tlog-proof: %q", data)
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		proof = append(proof, hashOf(t, line))
	}
	return index, proof, open(t, rest)
}

func TestCheckpointsAreTheRootsOfTheEntries(t *testing.T) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, index := range indexes {
			out = append(out, stored[index])
		}
		return out, nil
	})
	entries := int64(0)
	for size := int64(1); size <= sizeMax; size++ {
		for ; entries < size; entries++ {
			hashes, err := tlog.StoredHashes(entries, read(t, fmt.Sprintf("entry-%d", entries)), reader)
			if err != nil {
				t.Fatal(err)
			}
			stored = append(stored, hashes...)
		}
		root, err := tlog.TreeHash(size, reader)
		if err != nil {
			t.Fatal(err)
		}
		if checkpoint(t, size).Hash != root {
			t.Errorf("the checkpoint of %d entries has another root", size)
		}
	}
}

func TestAChangedCheckpointIsRejected(t *testing.T) {
	data := read(t, "checkpoint-21")
	known := note.VerifierList(verifier(t))
	for i := range data {
		changed := append([]byte(nil), data...)
		changed[i] ^= 1
		if _, err := note.Open(changed, known); err == nil {
			t.Errorf("byte %d can be changed unseen", i)
		}
	}
}

func TestEveryEntryIsIncluded(t *testing.T) {
	for i := int64(0); i < 21; i++ {
		entry := read(t, fmt.Sprintf("entry-%d", i))
		index, proof, tree := readProof(t, read(t, fmt.Sprintf("proof-%d", i)))
		if index != i || tree.N != 21 {
			t.Errorf("the proof of entry %d is of entry %d in a tree of %d", i, index, tree.N)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
			t.Errorf("entry %d: %v", i, err)
		}
		entry[0] ^= 1
		if tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)) == nil {
			t.Errorf("entry %d can be changed unseen", i)
		}
	}
}

// Reads a consistency proof as tlog-witness has it: the old size, hashes, an empty line, the later checkpoint.
func readGrowth(t *testing.T, data []byte) (int64, tlog.TreeProof, tlog.Tree) {
	t.Helper()
	head, rest, found := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || !strings.HasPrefix(lines[0], "old ") {
		t.Fatalf("not a consistency proof: %q", data)
	}
	size, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	var proof tlog.TreeProof
	for _, line := range lines[1:] {
		proof = append(proof, hashOf(t, line))
	}
	return size, proof, open(t, rest)
}

func TestTheTrailOnlyGrew(t *testing.T) {
	for from := int64(1); from <= sizeMax; from++ {
		for to := from; to <= sizeMax; to++ {
			size, proof, after := readGrowth(t, read(t, fmt.Sprintf("consistency-%d-%d", from, to)))
			before := checkpoint(t, from)
			if size != from || after != checkpoint(t, to) {
				t.Errorf("the proof of %d in %d is of %d in %d", from, to, size, after.N)
			}
			if err := tlog.CheckTree(proof, after.N, after.Hash, before.N, before.Hash); err != nil {
				t.Errorf("%d in %d: %v", from, to, err)
			}
			before.Hash[0] ^= 1
			if tlog.CheckTree(proof, after.N, after.Hash, before.N, before.Hash) == nil {
				t.Errorf("another trail of %d entries passes for the beginning of this one", from)
			}
		}
	}
}
