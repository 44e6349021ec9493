"""Run by QGIS Desktop (--code) in a fresh profile: takes the README's pictures anew, in QGIS's language.

    cp sample_layers/telang.gpkg build/
    for language in en_US id; do bash tests/qgis_plugin/run_desktop_trial build/release/plugin build/telang.gpkg \\
        /tmp/pictures $language qgis_plugin/help/take_pictures.py; done

in the repository's folder; needs xvfb and imagemagick. The sample is a copy: QGIS writes into GeoPackages it opens, and
marks those below /tmp as temporary."""

import os
import subprocess
import traceback

import processing
from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsProject, QgsRendererCategory,
                       QgsSingleSymbolRenderer, QgsSymbol, QgsVectorLayer)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView, QTreeWidget
from qgis.utils import iface

SAMPLE = os.environ['DESAKOTA_SAMPLE']
FOLDER = 'qgis_plugin/help/'
ENDING = '.id.png' if QgsApplication.locale().startswith('id') else '.png'
# As QGIS adds and names them, the last above; with a quiet colour and width, or not shown.
LAYERS = {'settlements': ('#f2f0ea', None), 'roads': ('#5a5a5a', 0.2), 'rivers': ('#a6c8e0', 0.5), 'landings': None,
          'ferries': ('#2b6ca3', 0.9), 'facilities': ('#ffffff', None), 'centres': None}
KIND = 'puskesmas'
SETTLEMENT = 'Upang Karya'


def note(text):
    with open(os.path.join(os.environ['DESAKOTA_TRIAL'], 'outcome.txt'), 'a', encoding='utf-8') as file:
        file.write(text + '\n')


def picture(widget, name):
    path = FOLDER + name + ENDING
    assert widget.grab().save(path), path
    subprocess.run(['convert', path, '+dither', '-colors', '128', '-define', 'png:compression-level=9',
                    'PNG8:' + path], check=True)


def layer_of(name):
    return QgsProject.instance().mapLayersByName('telang — ' + name)[0]


def symbol_of(layer, colour, width):
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor(colour))
    if width:
        symbol.setWidth(width)
    return symbol


def renderer_of(layer, symbol):
    if not layer.name().endswith('facilities'):
        return QgsSingleSymbolRenderer(symbol)
    symbol.setSize(3.2)
    return QgsCategorizedSymbolRenderer('jenis', [QgsRendererCategory(KIND, symbol, KIND)])


def load_layers():
    for name, style in LAYERS.items():
        layer = QgsVectorLayer(SAMPLE + '|layername=' + name, 'telang — ' + name, 'ogr')
        assert layer.isValid(), name
        QgsProject.instance().addMapLayer(layer)
        iface.layerTreeView().setLayerVisible(layer, style is not None)
        if style:
            layer.setRenderer(renderer_of(layer, symbol_of(layer, *style)))
            unfold(layer)


def unfold(layer):
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    node.setExpanded(False)
    node.setExpanded(True)


def open_group(tree):
    """Only Desakota's group of the toolbox is open, with all below it."""
    tree.collapseAll()
    model = tree.model()
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        if model.data(group) != 'Desakota':
            continue
        tree.expand(group)
        for child in range(model.rowCount(group)):
            tree.expand(model.index(child, 0, group))
        tree.scrollTo(group)


def widen(name):
    """So that Indonesian titles, which are longer, are shown whole."""
    dock = iface.mainWindow().findChild(QDockWidget, name)
    iface.mainWindow().resizeDocks([dock], [350], Qt.Horizontal)


def show_window():
    iface.mainWindow().resize(1400, 1000)
    iface.mainWindow().findChild(QDockWidget, 'Browser').close()
    widen('Layers')
    extent = layer_of('settlements').extent()
    extent.scale(1.04)
    iface.mapCanvas().setExtent(extent)


def toolbox():
    dock = iface.mainWindow().findChild(QDockWidget, 'ProcessingToolbox')
    dock.show()
    widen('ProcessingToolbox')
    yield 3000
    open_group(dock.findChild(QTreeView))
    yield 500
    picture(iface.mainWindow(), 'toolbox')
    dock.close()


def chosen_layers():
    """As the README's steps choose them."""
    return {'SETTLEMENTS': layer_of('settlements').id(), 'FACILITIES': layer_of('facilities').id(),
            'ROADS': [layer_of('roads').id()], 'RIVERS': [layer_of('rivers').id()],
            'FERRIES': [layer_of('ferries').id()], 'LANDINGS': layer_of('landings').id()}


def dialog():
    opened = processing.createAlgorithmDialog('desakota:healthaccess', chosen_layers())
    opened.resize(1100, 980)
    opened.show()
    yield 2000
    picture(opened, 'health_access_dialog')
    opened.close()


def result():
    iface.setActiveLayer(layer_of('settlements'))  # the result comes right above it
    answer = processing.runAndLoadResults('desakota:healthaccess', dict(chosen_layers(), OUTPUT='TEMPORARY_OUTPUT'))
    layer = QgsProject.instance().mapLayer(answer['OUTPUT'])
    iface.setActiveLayer(layer)
    yield 4000
    picture(iface.mainWindow(), 'health_access_result')
    iface.actionIdentify().trigger()
    yield 500
    click(next(layer.getFeatures("settlement_name = '{}'".format(SETTLEMENT))), layer)
    yield 1000
    dock = iface.mainWindow().findChild(QDockWidget, 'IdentifyResultsDock')
    dock.setFloating(True)
    dock.resize(1280, 660)
    dock.findChild(QTreeWidget).setColumnWidth(0, 370)
    yield 1000
    picture(dock, 'health_access_reason')


def click(feature, layer):
    canvas = iface.mapCanvas()
    inside = feature.geometry().pointOnSurface().asPoint()
    place = canvas.getCoordinateTransform().transform(canvas.mapSettings().layerToMapCoordinates(layer, inside))
    QTest.mouseClick(canvas.viewport(), Qt.LeftButton, Qt.NoModifier, QPoint(int(place.x()), int(place.y())))


def pictures():
    load_layers()
    show_window()
    for part in (toolbox, dialog, result):
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


QTimer.singleShot(3000, lambda: go_on(pictures()))
