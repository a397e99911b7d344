"""Runs the AWS CLI and scripts for boto3 in forks of one process that has imported both.

The code that runs is the clients' own; what is saved is the time to import it, which is nine tenths of a short command.
Usage: clientServer.py SOCKET; ends when its standard input does. clientCommand.py asks it.
"""

import functools
import gc
import os
import runpy
import signal
import socket
import sys
import traceback

import awscli
import awscli.clidriver
import boto3  # noqa: F401 for the scripts
import botocore.session


def prepare():
    """Imports what commands import, and reads the models of services that they read: one loader serves all sessions."""
    botocore.session.create_loader = functools.cache(botocore.session.create_loader)
    for session in [awscli.clidriver.create_clidriver().session, botocore.session.Session()]:
        session.get_available_services()
        # With keys, so that nothing looks for any.
        keys = {"aws_access_key_id": "none", "aws_secret_access_key": "none"}
        session.create_client("cognito-idp", region_name="us-east-1", **keys)


def receive(connection):
    data, descriptors, _, _ = socket.recv_fds(connection, 65536, 3)
    while chunk := connection.recv(65536):
        data += chunk
    return os.fsdecode(data).split("\0"), descriptors


def take_place_of(descriptors, folder, variables):
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(folder)
    # The AWS CLI sets it when it is imported.
    own = os.environ.get("AWS_DATA_PATH")
    os.environ.clear()
    os.environ.update(variable.split("=", 1) for variable in variables)
    if own is not None:
        os.environ.setdefault("AWS_DATA_PATH", own)


def run(program, arguments):
    if program == "aws":
        sys.argv = [program, *arguments]
        return awscli.clidriver.main()
    sys.argv = arguments
    sys.path[0] = os.path.dirname(arguments[0])
    runpy.run_path(arguments[0], run_name="__main__")
    return 0


def status_of(program, arguments):
    try:
        return run(program, arguments)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    return 1


def answer(connection):
    (program, folder, count, *rest), descriptors = receive(connection)
    take_place_of(descriptors, folder, rest[int(count) :])
    status = status_of(program, rest[: int(count)])
    sys.stdout.flush()
    sys.stderr.flush()
    connection.sendall(bytes([status & 0xFF]))
    os._exit(0)


def serve(path):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    # Nothing waits for the forks.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    end_with_standard_input()
    gc.collect()
    gc.freeze()
    print(awscli.__version__, sys.executable, flush=True)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            answer(connection)
        connection.close()


def end_with_standard_input():
    """Another process waits for the end of standard input, so that no thread is there when this one forks."""
    server = os.getpid()
    if os.fork() == 0:
        while os.read(0, 4096):
            pass
        os.kill(server, signal.SIGKILL)
        os._exit(0)


if __name__ == "__main__":
    prepare()
    serve(sys.argv[1])
