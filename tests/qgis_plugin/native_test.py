"""The compiled provider comes first where it fits; any fault of it leads to the program, with a line in the log."""

import os
import shutil
import subprocess
from unittest import mock

import support
from desakota import catalogue, compatibility, messages, native

REGISTERED = 'int desakota_register(void) {{ return {}; }}\nint desakota_unregister(void) {{ return 0; }}\n'


class Native(support.PluginTest):
    def setUp(self):
        super().setUp()
        self.plugin.unload()
        self.log = []
        shutil.copy(os.path.join(catalogue.FOLDER, 'metadata.txt'), self.folder)
        for patch in (mock.patch.object(messages, 'note', self.log.append),
                      mock.patch.object(catalogue, 'FOLDER', self.folder)):
            patch.start()
            self.addCleanup(patch.stop)

    def write_library(self, source, built_for=None):
        path = self.file('library.c')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(source)
        subprocess.check_call(['cc', '-shared', '-fPIC', '-o', self.file(native.LIBRARY), path])
        with open(self.file(native.BUILT_FOR), 'w', encoding='utf-8') as file:
            file.write((built_for or compatibility.minor_version()) + '\n')

    def expect_the_program(self, *reasons):
        self.plugin.initProcessing()
        self.assertIsNotNone(self.algorithm('health-access'))
        self.assertEqual(len(self.log), len(reasons), self.log)
        for line, reason in zip(self.log, reasons):
            self.assertIn(reason, line)
        self.plugin.unload()

    def test_a_library_that_fits_is_taken(self):
        self.write_library(REGISTERED.format(0))
        self.plugin.initProcessing()
        self.assertIsNone(self.provider)  # this library only says that it registered one
        self.assertEqual(self.log, [])
        self.plugin.unload()

    def test_without_a_library_nothing_is_said(self):
        self.expect_the_program()

    def test_one_for_another_version_is_left_alone(self):
        self.write_library(REGISTERED.format(0), '3.18')
        self.expect_the_program('3.18')

    def test_one_that_fails_is_left_alone(self):
        self.write_library(REGISTERED.format(1))
        self.expect_the_program(support.say('did not register', 'tidak mendaftarkan'))

    def test_one_without_its_functions_is_left_alone(self):
        self.write_library('int other;')
        self.expect_the_program('desakota_register')

    def test_one_that_is_no_library_is_left_alone(self):
        self.write_library(REGISTERED.format(0))
        with open(self.file(native.LIBRARY), 'wb') as file:
            file.write(b'nonsense')
        self.expect_the_program(native.LIBRARY)

    def test_one_that_does_not_say_its_version_is_left_alone(self):
        self.write_library(REGISTERED.format(0))
        os.remove(self.file(native.BUILT_FOR))
        self.expect_the_program(native.BUILT_FOR)


if __name__ == '__main__':
    support.main()
