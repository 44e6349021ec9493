"""The program: found, refused with a reason, stopped, and heard out however much it says."""

import os
import support
from desakota import catalogue
from qgis.core import QgsApplication, QgsSettings

LISTING = '''import json, signal, subprocess, sys, time
if sys.argv[1] == 'list':
    listing = json.loads(subprocess.check_output([{program!r}, 'list', '--json']))
    listing['version'] = {version!r}
    print(json.dumps(listing))
    sys.exit(0)
'''


def listing(version=None):
    return LISTING.format(program=support.PROGRAM, version=version or catalogue.plugin_version())


VALUES = {'SETTLEMENTS': support.SAMPLE + '|layername=settlements', 'ROADS': [support.SAMPLE + '|layername=roads'],
          'FACILITIES': support.SAMPLE + '|layername=facilities', 'OUTPUT': 'memory:'}
ANSWER = {'exit_status': 0, 'layers': [], 'figures': {}, 'summary': [], 'information': [], 'warnings': [], 'errors': []}


class Finding(support.PluginTest):
    def test_the_chosen_program_comes_first(self):
        self.assertEqual(catalogue.load()[0], support.PROGRAM)

    def test_without_a_choice_it_is_looked_for_on_path(self):
        self.set_program('')
        path = os.environ['PATH']
        self.addCleanup(os.environ.__setitem__, 'PATH', path)
        os.environ['PATH'] = os.path.dirname(support.PROGRAM)
        self.assertEqual(catalogue.load()[0], support.PROGRAM)
        os.environ['PATH'] = self.folder
        self.provider.refreshAlgorithms()
        self.expect_refusal(support.say('is not on this computer', 'tidak ada di komputer ini'))

    def expect_refusal(self, reason):
        """No algorithm, no fault, and a warning that says why."""
        self.assertEqual(self.provider.algorithms(), [])
        self.assertIn(reason, self.provider.warningMessage())

    def test_a_chosen_program_that_is_not_there_is_told_of(self):
        self.set_program(self.file('nothing'))
        self.expect_refusal(support.say('There is no program', 'Program') + ' ' + self.file('nothing'))

    def test_another_program_is_told_of(self):
        self.set_program(self.write_program('other', 'print("Hello")'))
        self.expect_refusal(support.say('is not the program desakota', 'bukan program desakota'))

    def test_a_program_that_cannot_be_started_is_told_of(self):
        path = self.file('broken')
        with open(path, 'wb') as file:
            file.write(b'\x7fELF nonsense')
        os.chmod(path, 0o700)
        self.set_program(path)
        self.expect_refusal(path)

    def test_another_version_is_told_of(self):
        self.set_program(self.write_program('newer', listing('9.8.7')))
        self.expect_refusal('9.8.7')
        self.assertIn(catalogue.plugin_version(), self.provider.warningMessage())

    def test_a_program_that_was_replaced_or_taken_away_since_is_told_of(self):
        path = self.write_program('program', listing())
        self.set_program(path)
        algorithm = self.algorithm('health-access')
        self.assertIsNotNone(algorithm)
        self.write_program('program', listing('9.8.7'))
        self.assertIn('9.8.7', self.try_algorithm('health-access', VALUES, support.Feedback())[2])
        os.remove(path)
        self.assertIn(path, self.try_algorithm('health-access', VALUES, support.Feedback())[2])

    def test_a_better_choice_brings_the_algorithms_back(self):
        self.set_program(self.file('nothing'))
        self.set_program(support.PROGRAM)
        self.assertNotEqual(self.provider.algorithms(), [])
        self.assertEqual(self.provider.warningMessage(), '')


class Switching(support.PluginTest):
    def test_the_plugin_goes_off_and_on_again(self):
        for _ in range(20):
            self.plugin.unload()
            self.assertIsNone(self.provider)
            self.plugin.initGui()
            self.plugin.initProcessing()
            self.assertIsNotNone(self.algorithm('health-access'))

    def test_a_second_plugin_adds_nothing_and_takes_nothing_away(self):
        second = support.desakota.classFactory(None)
        second.initGui()
        second.unload()
        self.assertIsNotNone(self.provider)
        providers = [provider.id() for provider in QgsApplication.processingRegistry().providers()]
        self.assertEqual(providers.count('desakota'), 1)


class Running(support.PluginTest):
    def use(self, script):
        self.set_program(self.write_program('program', listing() + script))

    def test_cancelled_half_way_it_is_asked_to_stop(self):
        self.use('''def stop(*_):
    open({mark!r}, 'w').close()
    sys.exit(130)
signal.signal(signal.SIGINT, stop)
print('progress 0.500', file=sys.stderr, flush=True)
time.sleep(600)
'''.format(mark=self.file('stopped')))
        results, is_done, fault = self.try_algorithm('health-access', VALUES, support.Feedback(cancel_at=30))
        self.assertEqual((results, fault), ({}, ''))
        self.assertTrue(os.path.exists(self.file('stopped')))

    def test_what_does_not_stop_is_ended(self):
        self.use('''signal.signal(signal.SIGINT, signal.SIG_IGN)
open({mark!r}, 'w').write(str(__import__('os').getpid()))
print('progress 0.500', file=sys.stderr, flush=True)
time.sleep(600)
'''.format(mark=self.file('number')))
        self.try_algorithm('health-access', VALUES, support.Feedback(cancel_at=30))
        with open(self.file('number'), encoding='utf-8') as file:
            self.assertFalse(os.path.exists('/proc/' + file.read()))

    def test_nothing_stays_in_the_temporary_folder(self):
        self.use('print("progress 0.5", file=sys.stderr, flush=True)\ntime.sleep(600)\n')
        self.try_algorithm('health-access', VALUES, support.Feedback(cancel_at=30))
        self.set_program(support.PROGRAM)
        self.run_algorithm('health-access', VALUES)
        left = [name for folder, names, _ in os.walk(os.environ['HOME']) for name in names
                if name.startswith('desakota_') and not name.startswith('desakota_test_')]
        self.assertEqual(left, [])

    def test_a_large_output_does_not_stop_it(self):
        self.use('''for number in range(100000):
    print('A line that nobody asked for, number', number, file=sys.stderr)
answer = {answer!r}
answer['summary'] = ['x' * 5000000]
print(json.dumps(answer))
'''.format(answer=ANSWER))
        results = self.run_algorithm('health-access', VALUES)
        self.assertEqual(len(results['SUMMARY']), 5000000)

    def test_a_crash_is_told_with_what_it_said(self):
        self.use('print("terrible", file=sys.stderr)\nsys.exit(1)\n')
        _, is_done, fault = self.try_algorithm('health-access', VALUES, support.Feedback())
        self.assertFalse(is_done)
        self.assertIn('terrible', fault)

    def test_progress_never_falls(self):
        self.use('''for share in ('0.200', '0.600', '0.400', 'nonsense', '7', '0.900'):
    print('progress', share, file=sys.stderr, flush=True)
    time.sleep(0.15)
print(json.dumps({answer!r}))
'''.format(answer=ANSWER))
        feedback = support.Feedback()
        self.run_algorithm('health-access', VALUES, feedback)
        self.assertEqual(feedback.shares, sorted(feedback.shares))
        self.assertGreater(len(feedback.shares), 0)
        self.assertLessEqual(feedback.shares[-1], 100.0)

    def test_words_reach_the_program_as_they_are(self):
        self.use('''answer = {answer!r}
answer['summary'] = sys.argv[2:]
print(json.dumps(answer))
'''.format(answer=ANSWER))
        note = self.file("jalan $(touch x); 'é' \"ñ\".toml")
        open(note, 'w').close()
        results = self.run_algorithm('health-access', dict(VALUES, PROFILE=note, VALUE_FORWARD='--quiet', VERIFY=None))
        self.assertIn('--profile=' + note, results['SUMMARY'])
        self.assertIn('--value-forward=--quiet', results['SUMMARY'])


class Options(support.PluginTest):
    def test_the_choice_is_in_processings_options_while_the_plugin_is_on(self):
        from processing.core.ProcessingConfig import ProcessingConfig
        self.assertEqual(ProcessingConfig.getSetting('DESAKOTA_PROGRAM'), support.PROGRAM)
        ProcessingConfig.setSettingValue('DESAKOTA_PROGRAM', '')
        self.assertEqual(QgsSettings().value('Processing/Configuration/DESAKOTA_PROGRAM'), '')
        self.plugin.unload()
        self.assertIsNone(ProcessingConfig.getSetting('DESAKOTA_PROGRAM'))


if __name__ == '__main__':
    support.main()
