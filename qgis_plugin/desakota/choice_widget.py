"""The choice of a parameter in Processing's dialogs: shows words, gives codes. For both providers."""

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.core import QgsProcessingModelChildParameterSource, QgsProcessingParameterEnum
from qgis.PyQt.QtWidgets import QComboBox

from .compatibility import OPTIONAL, is_null
from .language import say


class ChoiceWidgetWrapper(WidgetWrapper):
    """A combo box with the `labels` of an enum's static strings. In the modeler it offers other values as well."""

    def createWidget(self, labels=()):
        box = QComboBox()
        if self._is_optional():
            box.addItem(say('[Not chosen]', '[Tidak dipilih]'), None)
        codes = self.parameterDefinition().options()
        for code, label in zip(codes, list(labels) or codes):
            box.addItem(label, code)
        if self.dialogType == DIALOG_MODELER:
            for source in self.dialog.getAvailableValuesOfType(QgsProcessingParameterEnum):
                box.addItem(self.dialog.resolveValueDescription(source), source)
        box.currentIndexChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def _is_optional(self):
        return bool(self.parameterDefinition().flags() & OPTIONAL)

    def setValue(self, value):
        """Shows a code, its number among the choices, or a source of the modeler; an unknown one leaves all as is."""
        if isinstance(value, (list, tuple)):
            value = value[0] if value else None
        if isinstance(value, QgsProcessingModelChildParameterSource):
            self._show_source(value)
            return
        codes = self.parameterDefinition().options()
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(codes):
            value = codes[value]
        index = self._place(None if is_null(value) else value)
        if index is not None:
            self.widget.setCurrentIndex(index)

    def _place(self, value):
        for index in range(self.widget.count()):
            data = self.widget.itemData(index)
            if type(data) is type(value) and data == value:
                return index
        return None

    def _show_source(self, source):
        for index in range(self.widget.count()):
            data = self.widget.itemData(index)
            if isinstance(data, QgsProcessingModelChildParameterSource) and data == source:
                self.widget.setCurrentIndex(index)
                return

    def value(self):
        return self.widget.currentData()
