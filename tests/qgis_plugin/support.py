"""What the plugin's tests share: a QGIS without a screen and with a home of its own, the sample layers, the program.

Import it first: it sets the environment before QGIS is loaded. From the environment: DESAKOTA_PROGRAM, DESAKOTA_SOURCE
(the project's folder), LANG (the language of the run), DESAKOTA_PLUGIN (a plugin folder with the compiled provider, to
be tested instead of the Python one).
"""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ['DESAKOTA_PROGRAM']
SOURCE = os.environ['DESAKOTA_SOURCE']
# The plugin's folder: as it lies in the source, or one with the compiled provider.
COMPILED = os.environ.get('DESAKOTA_PLUGIN')
PLUGIN = COMPILED or os.path.join(SOURCE, 'qgis_plugin', 'desakota')
_HOME = tempfile.mkdtemp(prefix='desakota_home_')
# A copy: QGIS changes the GeoPackages that it opens, if only their journal.
SAMPLE = shutil.copy(os.path.join(SOURCE, 'sample_layers', 'telang.gpkg'), _HOME)
_TRANSMIGRANTS = shutil.copy(os.path.join(SOURCE, 'sample_layers', 'tanjung_selor.gpkg'), _HOME)
#: The office's workbook, with titles, stacked headings and sums.
WORKBOOK = shutil.copy(os.path.join(SOURCE, 'sample_layers', 'kantor', 'penduduk.xlsx'), _HOME)
_TABLES = {name: shutil.copy(os.path.join(SOURCE, 'sample_layers', name + '.csv'), _HOME)
           for name in ('households', 'activities', 'synergy_areas')}


def _remove_home():
    shutil.rmtree(_HOME, ignore_errors=True)


def _set_environment():
    runtime = os.path.join(_HOME, 'runtime')
    os.mkdir(runtime, 0o700)
    for name in ('LC_ALL', 'LANGUAGE', 'LC_MESSAGES', 'LC_NUMERIC'):
        os.environ.pop(name, None)
    os.environ.update({'HOME': _HOME, 'XDG_RUNTIME_DIR': runtime, 'QT_QPA_PLATFORM': 'offscreen', 'TMPDIR': _HOME})
    if os.environ.get('LANG', '').startswith('id'):
        locales = os.path.join(_HOME, 'locales')
        os.mkdir(locales)
        subprocess.run(['localedef', '-i', 'id_ID', '-f', 'UTF-8', os.path.join(locales, 'id_ID.UTF-8')], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ['LOCPATH'] = locales


_set_environment()
sys.path[:0] = [os.path.dirname(PLUGIN), '/usr/share/qgis/python', '/usr/share/qgis/python/plugins']
sys.dont_write_bytecode = True

from osgeo import ogr  # noqa: E402
from qgis.core import (QgsApplication, QgsFeature, QgsProcessingContext, QgsProcessingFeedback,  # noqa: E402
                       QgsProcessingUtils, QgsProject, QgsSettings, QgsVectorLayer)

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

import desakota  # noqa: E402
from desakota import compatibility, language, settings  # noqa: E402

LANGUAGE = 'id' if os.environ.get('LANG', '').startswith('id') else 'en'
_SETTING = 'Processing/Configuration/' + settings.PROGRAM


def main():
    """Runs the tests of the file that is run, and ends the process without tearing QGIS down: Python frees what QGIS
    still holds in an order of its own, which QGIS 3.22 does not bear."""
    result = unittest.main(exit=False).result
    _remove_home()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if result.wasSuccessful() else 1)


def say(english, indonesian):
    return indonesian if LANGUAGE == 'id' else english


class Feedback(QgsProcessingFeedback):
    """Keeps what is told, and may cancel once the progress passes a mark."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.told = []
        self.warnings = []
        self.shares = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._note)

    def _note(self, progress):
        self.shares.append(progress)
        if self._cancel_at is not None and progress >= self._cancel_at:
            self.cancel()

    def pushInfo(self, text):
        self.told.append(text)

    def pushWarning(self, text):
        self.warnings.append(text)


class PluginTest(unittest.TestCase):
    """A test with the plugin switched on, on the program that was built."""

    program = PROGRAM

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='desakota_test_')
        self.addCleanup(shutil.rmtree, self.folder, True)
        # Its own copy: what QGIS keeps open of another test's changes the journal under its feet.
        global SAMPLE
        SAMPLE = shutil.copy(os.path.join(SOURCE, 'sample_layers', 'telang.gpkg'), self.folder)
        QgsSettings().setValue(_SETTING, self.program)
        self.plugin = desakota.classFactory(None)
        self.plugin.initProcessing()
        self.addCleanup(self.plugin.unload)
        if COMPILED:
            self.assertNotEqual(type(self.provider).__name__, 'DesakotaProvider')
        self.addCleanup(QgsProject.instance().clear)

    def file(self, name):
        return os.path.join(self.folder, name)

    @property
    def provider(self):
        return QgsApplication.processingRegistry().providerById('desakota')

    def algorithm(self, analysis):
        return QgsApplication.processingRegistry().createAlgorithmById('desakota:' + analysis.replace('-', ''))

    def run_algorithm(self, analysis, values, feedback=None):
        """The results, with each layer as its rows. Fails where the run does."""
        results, is_done, _ = self.try_algorithm(analysis, values, feedback or Feedback())
        self.assertTrue(is_done)
        return results

    def try_algorithm(self, analysis, values, feedback):
        """The results, whether it was done, and the fault's text."""
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        try:
            results, is_done = self.algorithm(analysis).run(values, self.context, feedback, {}, False)
        except Exception as fault:  # QgsProcessingException, whichever way this QGIS hands it on
            return {}, False, str(fault)
        return results, is_done, ''

    def layer_of(self, results, name='OUTPUT'):
        return QgsProcessingUtils.mapLayerFromString(results[name], self.context)

    def set_program(self, path):
        QgsSettings().setValue(_SETTING, path)
        self.provider.refreshAlgorithms()

    def write_program(self, name, text):
        """A program in Python, in the test's folder."""
        path = self.file(name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/usr/bin/python3\n' + text)
        os.chmod(path, stat.S_IRWXU)
        return path


def sample_source(name):
    """Of a table, or a layer of telang.gpkg; 'transmigrants' are the settlements whose 'households' are known."""
    others = dict(_TABLES, transmigrants=_TRANSMIGRANTS + '|layername=settlements')
    return others.get(name) or '{}|layername={}'.format(SAMPLE, name)


def sample_layer(name, title=None):
    return QgsVectorLayer(sample_source(name), title or name, 'ogr')


def memory_copy(layer):
    """The same features in memory."""
    geometry = {0: 'Point', 1: 'LineString', 2: 'Polygon'}.get(compatibility.number_of(layer.geometryType()), 'None')
    copy = QgsVectorLayer('{}?crs={}'.format(geometry, layer.crs().authid()), layer.name(), 'memory')
    first = 1 if layer.fields()[0].name() == 'fid' else 0
    copy.dataProvider().addAttributes(layer.fields().toList()[first:])
    copy.updateFields()
    features = []
    for row in layer.getFeatures():
        feature = QgsFeature(copy.fields())
        feature.setAttributes(row.attributes()[first:])
        feature.setGeometry(row.geometry())
        features.append(feature)
    copy.dataProvider().addFeatures(features)
    return copy


def command_line(folder, words):
    """The result file of a run of the program."""
    path = os.path.join(folder, 'command_line.gpkg')
    run = subprocess.run([PROGRAM] + words + ['--output', path, '--overwrite', '--lang', LANGUAGE, '--json',
                                              '--allow-unused-options'],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    answer = json.loads(run.stdout.decode())
    assert answer['exit_status'] == 0, answer['errors']
    return path


def rows_in_file(path, layer_name):
    """Names of the columns, and the rows with their geometry, as GDAL reads them."""
    dataset = ogr.Open(path)
    layer = dataset.GetLayerByName(layer_name)
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    kinds = [definition.GetFieldDefn(index).GetSubType() == ogr.OFSTBoolean for index in range(len(names))]
    rows = []
    for feature in layer:
        values = [bool(feature.GetField(index)) if is_yes_no and feature.IsFieldSetAndNotNull(index)
                  else feature.GetField(index) for index, is_yes_no in enumerate(kinds)]
        geometry = feature.GetGeometryRef()
        rows.append(values + [None if geometry is None else bytes(geometry.ExportToIsoWkb())])
    return names, rows


def rows_of(layer):
    """The same of a layer of QGIS."""
    names = [field.name() for field in layer.fields()]
    rows = []
    for feature in layer.getFeatures():
        values = [None if compatibility.is_null(value) else value for value in feature.attributes()]
        rows.append(values + [bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None])
    return names, rows


def catalogue():
    """The analyses as the program tells them."""
    return json.loads(subprocess.check_output([PROGRAM, 'list', '--json']))['analyses']


assert language.code() == LANGUAGE, 'QGIS does not speak the language of LANG'
