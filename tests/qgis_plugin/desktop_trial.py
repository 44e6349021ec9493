"""Run by QGIS Desktop (--code) in a fresh profile: opens the dialog of each analysis, runs one to a styled layer on the
canvas, cancels one on its way, switches the plugin off and on again and again.

Environment: DESAKOTA_SAMPLE, the sample GeoPackage; DESAKOTA_TRIAL, a folder for pictures and `outcome.txt`, whose last
line is "passed" where all went well."""

import os
import traceback

import processing
import qgis.utils
from qgis.core import (QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback,
                       QgsProject, QgsVectorLayer)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.utils import iface

SAMPLE = os.environ['DESAKOTA_SAMPLE']
FOLDER = os.environ['DESAKOTA_TRIAL']
LAYERS = ('settlements', 'roads', 'rivers', 'ferries', 'landings', 'facilities', 'centres')
WAYS = {'SETTLEMENTS': 'settlements', 'ROADS': ['roads'], 'RIVERS': ['rivers'], 'FERRIES': ['ferries'],
        'LANDINGS': 'landings', 'FACILITIES': 'facilities', 'OUTPUT': 'TEMPORARY_OUTPUT'}
OFF_AND_ON = 20
DIRECTLY = Qt.ConnectionType.DirectConnection if hasattr(Qt, 'ConnectionType') else Qt.DirectConnection


def note(text):
    with open(os.path.join(FOLDER, 'outcome.txt'), 'a', encoding='utf-8') as file:
        file.write(text + '\n')


def picture(widget, name):
    if not widget.grab().save(os.path.join(FOLDER, name + '.png')):
        raise AssertionError('no picture of ' + name)


def provider():
    return QgsApplication.processingRegistry().providerById('desakota')


def load_layers():
    for name in LAYERS:
        layer = QgsVectorLayer(SAMPLE + '|layername=' + name, name, 'ogr')
        assert layer.isValid(), name
        QgsProject.instance().addMapLayer(layer)
        iface.layerTreeView().setLayerVisible(layer, name != 'settlements')
    iface.mapCanvas().setExtent(QgsProject.instance().mapLayersByName('settlements')[0].extent())


def open_dialogs():
    """Each stays open for a while, so that it is drawn as a user sees it."""
    for algorithm in provider().algorithms():
        dialog = processing.createAlgorithmDialog(algorithm.id(), {})
        assert dialog is not None, algorithm.id()
        dialog.resize(1000, 900)
        dialog.show()
        yield 1500
        picture(dialog, 'dialog_' + algorithm.name())
        dialog.close()
        yield 100


def run_to_a_styled_layer():
    result = processing.runAndLoadResults('desakota:healthaccess', WAYS)
    layer = QgsProject.instance().mapLayer(result['OUTPUT'])
    assert layer.featureCount() == 41, layer.featureCount()
    renderer = layer.renderer().type()
    assert renderer != 'singleSymbol', renderer
    place = QgsProject.instance().layerTreeRoot().findLayer(layer)
    legend = iface.layerTreeView().layerTreeModel().layerLegendNodes(place)
    assert len(legend) > 3, len(legend)
    yield 100
    view = iface.layerTreeView()
    assert view.isExpanded(view.node2index(place)), 'the legend is folded'
    iface.layerTreeView().setCurrentLayer(layer)
    iface.mapCanvas().refresh()
    yield 3000
    picture(iface.mainWindow(), 'result')


def cancel_on_the_way():
    """A run in the background, cancelled by its own progress: the run is short, and a signal to another thread might
    come when it is over."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 0 else None, DIRECTLY)
    ends = []
    algorithm = QgsApplication.processingRegistry().createAlgorithmById('desakota:healthaccess')
    task = QgsProcessingAlgRunnerTask(algorithm, dict(WAYS, VERIFY=41), context, feedback)
    task.executed.connect(lambda done, results: ends.append((done, results)))
    QgsApplication.taskManager().addTask(task)
    while not ends:
        yield 10
    assert feedback.isCanceled() and ends == [(False, {})], ends


def switch_off_and_on():
    for _ in range(OFF_AND_ON):
        assert qgis.utils.unloadPlugin('desakota')
        assert provider() is None
        assert qgis.utils.loadPlugin('desakota') and qgis.utils.startPlugin('desakota')
        assert provider() is not None and len(provider().algorithms()) > 0
    yield 100
    result = processing.run('desakota:healthaccess', WAYS)
    assert result['OUTPUT'].featureCount() == 41


def trial():
    assert 'desakota' in qgis.utils.plugins, qgis.utils.plugins.keys()
    load_layers()
    for part in (open_dialogs, run_to_a_styled_layer, cancel_on_the_way, switch_off_and_on):
        note(part.__name__)
        yield from part()


def go_on(steps):
    try:
        QTimer.singleShot(next(steps), lambda: go_on(steps))
        return
    except StopIteration:
        note('passed')
    except BaseException:  # pylint: disable=broad-except
        note(traceback.format_exc())
    # QGIS would ask whether to save the project.
    os._exit(0)


QTimer.singleShot(3000, lambda: go_on(trial()))
