# Lets clientServer.py run a command in place of this process: PROGRAM SOCKET ARGUMENTS...
# Standard input, output and error, folder and environment are those of this process.
import os
import socket
import sys

_, program, path, *arguments = sys.argv
if program == "python3" and (not arguments or arguments[0].startswith("-")):
    os.execv(sys.executable, [sys.executable, *arguments])
variables = [f"{name}={value}" for name, value in os.environ.items()]
request = os.fsencode("\0".join([program, os.getcwd(), str(len(arguments)), *arguments, *variables]))
server = socket.socket(socket.AF_UNIX)
server.connect(path)
sent = socket.send_fds(server, [request], [0, 1, 2])
server.sendall(request[sent:])
server.shutdown(socket.SHUT_WR)
status = server.recv(1)
if not status:
    sys.exit(f"{program} ended without a status.")
sys.exit(status[0])
