'use strict';

var Zarf = Zarf || {};

(function (zarf) {
  zarf.Call = {
    onLoad: function (context) { return context.getFormContext(); },
    ring: (form, id) => Xrm.Utility.getResourceString('zarf_/strings/call', id),
    ringMany(ids, grid) { return [ids, grid]; },
  };
})(Zarf);
