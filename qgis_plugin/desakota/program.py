"""The program desakota: where it is, and running it."""

import json
import os
import queue
import shutil
import signal
import subprocess
import threading
import time

from . import settings
from .language import say

IS_WINDOWS = os.name == 'nt'
PATIENCE = 2.0  # seconds from asking a run to stop to ending it
_BEAT = 0.1  # seconds between two looks at the user's cancel button
_MOMENT = 0.01
_PROGRESS = b'progress '
_END = b'end'  # stands for the end of the lines


class ProgramFault(Exception):
    """The program cannot be used; the text says why and what to do, in the user's language."""


class Cancelled(Exception):
    """The user stopped the run."""


def find(folder):
    """The path of the program: the one that the user chose, else on PATH, else in `folder`, the plugin's own."""
    chosen = settings.chosen_program()
    if chosen:
        found = shutil.which(chosen)
        if found:
            return found
        raise ProgramFault(say(
            'There is no program {0}. Choose desakota anew in Settings > Options > Processing > Providers > Desakota.',
            'Program {0} tidak ada. Pilih kembali desakota di Pengaturan > Options > Pengolahan (Processing) > '
            'Penyedia (Providers) > Desakota.').format(chosen))
    found = shutil.which('desakota') or shutil.which(os.path.join(folder, 'desakota'))
    if found:
        return found
    raise ProgramFault(say(
        'The program desakota is not on this computer, or not where it is looked for. Install it, or choose it in '
        'Settings > Options > Processing > Providers > Desakota.',
        'Program desakota tidak ada di komputer ini, atau tidak ditemukan. Pasang program itu, atau pilih di '
        'Pengaturan > Options > Pengolahan (Processing) > Penyedia (Providers) > Desakota.'))


def _words(arguments):
    """UTF-8 whatever the locale, which may be one that cannot hold a path."""
    return list(arguments) if IS_WINDOWS else [word.encode('utf-8', 'surrogateescape') for word in arguments]


def _without_window():
    """Options of subprocess that keep a console from flashing up on Windows."""
    return {'creationflags': subprocess.CREATE_NO_WINDOW} if IS_WINDOWS else {}


def _start(arguments):
    try:
        return subprocess.Popen(_words(arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **_without_window())
    except (OSError, ValueError) as error:
        raise ProgramFault(say('{} cannot be started: {}.', '{} tidak dapat dijalankan: {}.').format(
            arguments[0], getattr(error, 'strerror', None) or error)) from error


def read_output(arguments, patience=30.0):
    """What a short call prints on standard output."""
    process = _start(arguments)
    try:
        output, _ = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise ProgramFault(say('{} does not answer.', '{} tidak menjawab.').format(arguments[0])) from None
    return output.decode('utf-8', 'replace')


class Run:
    """One run of the program. Its output is read by threads of their own, however large it is; only the thread that
    calls `wait` touches the feedback."""

    def __init__(self, arguments):
        self._process = _start(arguments)
        self._output = []
        self._told = []
        self._progress = queue.Queue()
        self._readers = [threading.Thread(target=self._read_output, daemon=True),
                         threading.Thread(target=self._read_errors, daemon=True)]
        for reader in self._readers:
            reader.start()

    def wait(self, feedback, report):
        """Waits for the end and returns what the program answered: the object of --json. `report` is called with the
        share of the work done. Throws Cancelled where `feedback` was cancelled."""
        try:
            self._watch(feedback, report)
        finally:
            self._end()
        if feedback.isCanceled():
            raise Cancelled()
        return self._answer()

    def _read_output(self):
        for block in iter(lambda: self._process.stdout.read(65536), b''):
            self._output.append(block)

    def _read_errors(self):
        for line in self._process.stderr:
            if line.startswith(_PROGRESS):
                self._progress.put(line[len(_PROGRESS):])
            else:
                self._told.append(line)
        self._progress.put(_END)

    def _watch(self, feedback, report):
        while self._process.poll() is None:
            self._tell_progress(report)
            if feedback.isCanceled():
                self._stop()
                return

    def _tell_progress(self, report):
        """Waits for the next line, or the last, and takes all that are there."""
        newest = None
        try:
            newest = self._progress.get(timeout=_BEAT)
            while newest is not _END:
                newest = self._progress.get_nowait()
        except queue.Empty:
            pass
        if newest is _END:
            time.sleep(_MOMENT)  # the program is about to end
        elif newest is not None:
            try:
                report(float(newest))
            except ValueError:
                pass  # half a line of a program that was ended

    def _stop(self):
        """Asks the program to stop in good order; what does not stop is ended."""
        if IS_WINDOWS:
            self._process.terminate()
        else:
            self._process.send_signal(signal.SIGINT)
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            time.sleep(_MOMENT)

    def _end(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for reader, stream in zip(self._readers, (self._process.stdout, self._process.stderr)):
            reader.join(PATIENCE)
            if not reader.is_alive():  # else something that the program left behind holds the stream open
                stream.close()

    def _answer(self):
        text = b''.join(self._output).decode('utf-8', 'replace')
        try:
            answer = json.loads(text)
            if isinstance(answer, dict) and 'exit_status' in answer:
                return answer
        except ValueError:
            pass
        told = b''.join(self._told).decode('utf-8', 'replace').strip()
        raise ProgramFault(say('The program desakota ended without an answer ({}).',
                               'Program desakota berakhir tanpa jawaban ({}).').format(self._process.returncode) +
                           ('\n' + told if told else ''))
