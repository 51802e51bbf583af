package generated_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
)

// compressed returns text compressed.
func compressed(t testing.TB, text string) string {
	t.Helper()
	return mustCompress(text)
}

// mustCompress is compressed for tables: writing to memory does not fail.
func mustCompress(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

type requestShape struct {
	name   string
	status int // 0: the connection is closed without an answer
	gzip   bool
	raw    string
	after  string // sent after a while
}

// shape returns a raw request: a first line, header lines, a body.
func shape(first, header, body string) string {
	return first + " HTTP/1.1\r\nHost: h\r\n" + header + "\r\n" + body
}

// sized returns a POST with its length.
func sized(header, body string) string {
	return shape("POST /", header+fmt.Sprintf("Content-Length: %d\r\n", len(body)), body)
}

// chunked returns a POST in chunks of a size.
func chunked(body string, size int) string {
	var b strings.Builder
	for len(body) > 0 {
		n := min(size, len(body))
		fmt.Fprintf(&b, "%x\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	return shape("POST /", isJSONHeader+"Transfer-Encoding: chunked\r\n", b.String()+"0\r\n\r\n")
}

func kind(name string) string { return "Content-Type: " + name + "\r\n" }

const isJSONHeader = "Content-Type: application/json\r\n"

// requestShapes are requests to a receiver that takes 4096 bytes in 300 ms.
func requestShapes(t *testing.T) []requestShape {
	good := tagged(`"tag":"v"`)
	large := tagged(`"tag":"` + strings.Repeat("v", 5000) + `"`)
	zipped := compressed(t, good)
	bomb := compressed(t, strings.Repeat(" ", 1<<20))
	encoding := func(name string) string { return isJSONHeader + "Content-Encoding: " + name + "\r\n" }
	return []requestShape{
		{name: "plain", status: 200, raw: sized(isJSONHeader, good)},
		{name: "charset", status: 200, raw: sized(kind("application/json; charset=UTF-8"), good)},
		{name: "type in capitals", status: 200, raw: sized(kind("Application/JSON"), good)},
		{name: "identity", status: 200, raw: sized(encoding("identity"), good)},
		{name: "in chunks", status: 200, raw: chunked(good, 7)},
		{name: "in bytes", status: 200, raw: chunked(good, 1)},
		{name: "expects 100", status: 200, raw: sized(isJSONHeader+"Expect: 100-continue\r\n", good)},
		{name: "GET", status: 405, raw: shape("GET /", isJSONHeader, "")},
		{name: "HEAD", status: 405, raw: shape("HEAD /", isJSONHeader, "")},
		{name: "PUT", status: 405, raw: shape("PUT /", isJSONHeader+fmt.Sprintf("Content-Length: %d\r\n", len(good)), good)},
		{name: "OPTIONS", status: 405, raw: shape("OPTIONS /", "", "")},
		{name: "post", status: 405, raw: shape("post /", isJSONHeader, "")},
		{name: "a method of its own", status: 405, raw: shape("HOOK /", isJSONHeader, "")},
		{name: "no type", status: 415, raw: sized("", good)},
		{name: "text", status: 415, raw: sized(kind("text/plain"), good)},
		{name: "form", status: 415, raw: sized(kind("application/x-www-form-urlencoded"), good)},
		{name: "UTF-16", status: 415, raw: sized(kind("application/json; charset=utf-16"), good)},
		{name: "two types", status: 415, raw: sized(isJSONHeader+isJSONHeader, good)},
		{name: "broken type", status: 415, raw: sized(kind("application/json;;=x"), good)},
		{name: "like JSON", status: 415, raw: sized(kind("application/jsonp"), good)},
		{name: "gzip unasked", status: 415, raw: sized(encoding("gzip"), zipped)},
		{name: "deflate", status: 415, gzip: true, raw: sized(encoding("deflate"), good)},
		{name: "br", status: 415, gzip: true, raw: sized(encoding("br"), good)},
		{name: "gzip twice", status: 415, gzip: true, raw: sized(encoding("gzip, gzip"), zipped)},
		{name: "two encodings", status: 415, gzip: true, raw: sized(encoding("gzip")+"Content-Encoding: gzip\r\n", zipped)},
		{name: "gzip", status: 200, gzip: true, raw: sized(encoding("gzip"), zipped)},
		{name: "GZIP", status: 200, gzip: true, raw: sized(encoding("GZIP"), zipped)},
		{name: "gzip that is none", status: 400, gzip: true, raw: sized(encoding("gzip"), good)},
		{name: "gzip cut", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped[:len(zipped)-5])},
		{name: "gzip with a wrong sum", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped[:len(zipped)-8]+"\x00\x00\x00\x00"+zipped[len(zipped)-4:])},
		{name: "gzip and more", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped+"more")},
		{name: "bomb", status: 413, gzip: true, raw: sized(encoding("gzip"), bomb)},
		{name: "bomb in a bomb", status: 400, gzip: true, raw: sized(encoding("gzip"), compressed(t, bomb))},
		{name: "bomb unasked", status: 415, raw: sized(encoding("gzip"), bomb)},
		{name: "too large", status: 413, raw: sized(isJSONHeader, large)},
		{name: "too large in chunks", status: 413, raw: chunked(large, 100)},
		{name: "promises too much", status: 413, raw: shape("POST /", isJSONHeader+"Content-Length: 999999999999\r\n", "{")},
		{name: "as large as it may be", status: 200, raw: sized(isJSONHeader, good+strings.Repeat(" ", 4096-len(good)))},
		{name: "a byte too large", status: 413, raw: sized(isJSONHeader, good+strings.Repeat(" ", 4097-len(good)))},
		{name: "empty", status: 400, raw: sized(isJSONHeader, "")},
		{name: "no length", status: 400, raw: shape("POST /", isJSONHeader, "")},
		{name: "length too small", status: 400, raw: shape("POST /", isJSONHeader+fmt.Sprintf("Content-Length: %d\r\n", len(good)-5), good)},
		{name: "negative length", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: -1\r\n", good)},
		{name: "two lengths", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: 5\r\nContent-Length: 6\r\n", good)},
		{name: "broken chunk", status: 400, raw: shape("POST /", isJSONHeader+"Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n")},
		{name: "slow", status: 408, raw: sized(isJSONHeader, good)[:200]},
		{name: "slow in chunks", status: 408, raw: chunked(good, 50)[:150]},
		{name: "slow, of a wrong type", status: 415, raw: sized(kind("text/plain"), good)[:150]},
		{name: "slow, but in time", status: 200, raw: sized(isJSONHeader, good)[:200], after: sized(isJSONHeader, good)[200:]},
		{name: "secret in a header", status: 401, raw: sized(isJSONHeader+"Authorization: Bearer "+rightSecret+"\r\nsecret_key: "+rightSecret+"\r\n", secretAs(`"x":1`))},
	}
}

// typeShapes are requests with content types on the edge of JSON.
func typeShapes() []requestShape {
	var out []requestShape
	for name, status := range map[string]int{
		"application/json;":                               200,
		"application/json; charset=\"utf-8\"":             200,
		"application/json;charset=utf-8":                  200,
		"application/json ; charset=utf-8":                200,
		"application/json; charset*=utf-8''utf-8":         200,
		"application/json; version=1":                     200,
		"\tapplication/json ":                             200,
		"application/json; charset=utf8":                  415,
		"application/json; charset=":                      415,
		"application/json; charset=utf-16le":              415,
		"application/json; charset=utf-7":                 415,
		"application/json; charset=iso-8859-1":            415,
		"application/json; charset=utf-8; charset=utf-16": 415,
		"application/json; charset=utf-8; CHARSET=utf-16": 415,
		"application/json; charset*=utf-8''utf-16":        415,
		"application/json; charset*0=utf-; charset*1=16":  415,
		"application/json, application/json":              415,
		"application/json, text/plain":                    415,
		"text/plain, application/json":                    415,
		"application/json charset=utf-8":                  415,
		"application/json\x0b":                            400,
		"application/":                                    415,
		"json":                                            415,
		"*/*":                                             415,
		"text/json":                                       415,
		"application/problem+json":                        200,
		"application/vnd.shop.v1+json; charset=utf-16":    415,
		"application/problem+json-seq":                    415,
		"text/x+json":                                     415,
		"application/x-ndjson":                            415,
		"application/json-seq":                            415,
		"multipart/form-data; boundary=application/json":  415,
		"":                                  415,
		"application/j\u0455on":             415,
		"application/json; charset=\"utf-8": 415,
		"application/json" + strings.Repeat("; charset=utf-8", 50): 200,
	} {
		out = append(out, requestShape{name: "type " + name, status: status, raw: sized(kind(name), anyTag)})
	}
	return out
}

// smuggledShapes are requests whose end readers differ on, or that end in more
// than they say.
func smuggledShapes() []requestShape {
	length := fmt.Sprintf("Content-Length: %d\r\n", len(anyTag))
	inChunks := fmt.Sprintf("%x\r\n%s\r\n0\r\n", len(anyTag), anyTag)
	coded := func(name, body string) string {
		return shape("POST /", isJSONHeader+"Transfer-Encoding: "+name+"\r\n", body)
	}
	return []requestShape{
		{name: "trailers", status: 200, raw: shape("POST /", isJSONHeader+"Trailer: Secret_key, X\r\nTransfer-Encoding: chunked\r\n",
			inChunks+"X: 1\r\nSecret_key: "+rightSecret+"\r\n\r\n")},
		{name: "secret in a trailer", status: 401, raw: shape("POST /", isJSONHeader+"Trailer: Secret_key\r\nTransfer-Encoding: chunked\r\n",
			chunkOf(secretAs(`"x":1`))+"0\r\nSecret_key: "+rightSecret+"\r\n\r\n")},
		{name: "chunk extensions", status: 200, raw: coded("chunked", fmt.Sprintf("%x;a=b\r\n%s\r\n0;c\r\n\r\n", len(anyTag), anyTag))},
		{name: "chunk of a negative size", status: 400, raw: coded("chunked", "-5\r\n")},
		{name: "chunk too large to count", status: 400, raw: coded("chunked", "ffffffffffffffffff\r\n")},
		{name: "chunk longer than it says", status: 400, raw: coded("chunked", "5\r\n"+anyTag+"\r\n0\r\n\r\n")},
		{name: "large chunk", status: 413, raw: coded("chunked", "fffff\r\n"+strings.Repeat(" ", 5000))},
		{name: "gzip, chunked as transfer", status: 501, gzip: true, raw: coded("gzip, chunked", inChunks+"\r\n")},
		{name: "gzip as transfer", status: 501, gzip: true, raw: coded("gzip", anyTag)},
		{name: "identity as transfer", status: 501, raw: coded("identity", anyTag)},
		{name: "chunked twice", status: 501, raw: coded("chunked, chunked", inChunks+"\r\n")},
		{name: "unknown transfer", status: 501, raw: coded("xchunked", inChunks+"\r\n")},
		{name: "two transfers", status: 501, raw: coded("chunked\r\nTransfer-Encoding: identity", inChunks+"\r\n")},
		{name: "space before the colon", status: 400, raw: shape("POST /", isJSONHeader+"Transfer-Encoding : chunked\r\n", inChunks+"\r\n")},
		{name: "folded length", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length:\r\n 5\r\n", anyTag)},
		{name: "length with a sign", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: +5\r\n", anyTag)},
		{name: "length in hex", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: 0x50\r\n", anyTag)},
		{name: "list of lengths", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: 5, 5\r\n", anyTag)},
		{name: "another request in the body", status: 400, raw: sized(isJSONHeader, "POST / HTTP/1.1\r\nHost: h\r\n"+isJSONHeader+length+"\r\n"+anyTag)},
		{name: "unknown expectation", status: 417, raw: sized(isJSONHeader+"Expect: 200-ok\r\n", anyTag)},
		{name: "expects 100, of a wrong type", status: 415, raw: shape("POST /", kind("text/plain")+"Expect: 100-continue\r\n"+length, "")},
		{name: "expects 100, too large", status: 413, raw: shape("POST /", isJSONHeader+"Expect: 100-continue\r\nContent-Length: 5000\r\n", "")},
		{name: "another method in a header", status: 405, raw: shape("GET /", isJSONHeader+"X-HTTP-Method-Override: POST\r\n"+length, anyTag)},
		{name: "white space", status: 400, raw: sized(isJSONHeader, " \r\n\t ")},
		{name: "a zero byte", status: 400, raw: sized(isJSONHeader, "\x00")},
		{name: "members of gzip", status: 200, gzip: true, raw: sized(isJSONHeader+"Content-Encoding: gzip\r\n", mustCompress(anyTag[:50])+mustCompress(anyTag[50:]))},
		{name: "HTTP/1.0", status: 200, raw: strings.Replace(sized(isJSONHeader, anyTag), "HTTP/1.1", "HTTP/1.0", 1)},
	}
}

// chunkOf returns a body as one chunk.
func chunkOf(body string) string { return fmt.Sprintf("%x\r\n%s\r\n", len(body), body) }
