/** The global Xrm, for the scripts and pages of solutions. */
import { navigation } from './navigation.js';
import { without } from './unsupported.js';
import { utility } from './utility.js';
import { webApi } from './web-api.js';

window.Xrm = {
  WebApi: webApi,
  Navigation: navigation,
  Utility: utility,
  Device: without({}, 'Xrm.Device', ['captureAudio', 'captureImage', 'captureVideo', 'getBarcodeValue', 'getCurrentPosition', 'pickFile']),
  Encoding: without({}, 'Xrm.Encoding', ['xmlAttributeEncode', 'xmlEncode', 'htmlEncode', 'htmlDecode', 'htmlAttributeEncode']),
  Panel: without({}, 'Xrm.Panel', ['loadPanel']),
  App: without({ sidePanes: without({}, 'Xrm.App.sidePanes', ['createPane', 'getAllPanes']) }, 'Xrm.App', ['addGlobalNotification', 'clearGlobalNotification']),
};
