"""Say in one sentence why the portal cannot be served at an address: check_address.py HOST PORT.

Asked before anything is prepared, so that nobody waits for a server that then cannot start.
"""

import errno
import socket
import sys


def main(host, port):
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not «{port}»."
    try:
        listen_once(host.strip("[]"), int(port))
    except OSError as error:
        return reason(error, host, int(port))
    return None


def listen_once(host, port):
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family) as listener:
        # Connections of a server that has just stopped do not keep its port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()


def reason(error, host, port):
    if error.errno == errno.EADDRINUSE:
        return (
            f"Something already listens on {host}:{port}. Stop it, or choose another port, "
            f"for example PORT={port + 1 if port < 65535 else port - 1}."
        )
    if error.errno == errno.EACCES:
        return f"Only an administrator may use port {port}. Choose one from 1024 up, as PORT=8000."
    return f"This machine cannot be reached as «{host}» ({error}). Choose another HOST."


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
