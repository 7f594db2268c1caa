"""A server of one file that breaks off in the middle, or falls silent there: half.py FILE BYTES|slow PORT-FILE ASKED-FILE

Asked for a part of the file it gives the rest, whole.
"""
import http.server
import sys
import time

file, stop, port, asked = sys.argv[1:]
whole = open(file, "rb").read()


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        wanted = self.headers.get("Range", "")
        with open(asked, "a") as note:
            note.write(f"{wanted} {self.headers.get('If-Range')}\n")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(whole) - 1}/{len(whole)}")
        self.send_header("Content-Length", str(len(whole) - start))
        self.send_header("Content-Type", "application/xml")
        self.send_header("ETag", '"half"')
        self.end_headers()
        if stop == "slow":
            self.wfile.write(whole[:100])
            self.wfile.flush()
            time.sleep(60)
        elif start:
            self.wfile.write(whole[start:])
        else:
            self.wfile.write(whole[: int(stop)])
        self.wfile.flush()
        self.close_connection = True

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
with open(port, "w") as note:
    note.write(str(server.server_address[1]))
server.serve_forever()
