/** The shell's own words; everything else comes from the solution's labels. {0:row|rows} is row where the value is one, else rows. */

const english = {
  'notice': 'Development emulator – this is not Microsoft Dynamics.',
  'signOut': 'Sign out', 'app': 'App', 'siteMap': 'Site map', 'commands': 'Commands', 'view': 'View', 'find': 'Search this view', 'findGo': 'Search',
  'refresh': 'Refresh', 'new': 'New', 'save': 'Save', 'delete': 'Delete', 'edit': 'Open', 'close': 'Close', 'back': 'Back', 'chart': 'Chart', 'noChart': 'No chart',
  'deleteQuestion': 'Delete {0} {0:row|rows}? This cannot be undone.', 'deleteTitle': 'Confirm deletion', 'selectAll': 'Select all rows', 'selectRow': 'Select {0}',
  'rows': '{0}–{1} of {2}', 'moreThan': 'more than {0}', 'previous': 'Previous page', 'next': 'Next page', 'nothing': 'No rows.', 'noRows': 'There are no rows in this view.', 'noRowsFound': 'No row fits what is searched and filtered for.', 'loading': 'Loading…', 'selected': '{0} selected',
  'ok': 'OK', 'cancel': 'Cancel', 'yes': 'Yes', 'no': 'No', 'error': 'Something went wrong', 'details': 'Details', 'add': 'Add', 'remove': 'Remove {0}', 'choose': 'Choose', 'lookFor': 'Look for', 'table': 'Table',
  'unsaved': 'Unsaved changes', 'saved': 'Saved', 'newRow': 'New {0}', 'notSaved': 'Not saved yet', 'required': 'Give a value for {0}.', 'number': '{0} must be a number.', 'date': '{0} must be a date like {1}.', 'dateHint': 'dd/mm/yyyy', 'timeHint': 'dd/mm/yyyy hh:mm', 'readOnly': 'Read only', 'noAccess': 'Not visible to you',
  'notes': 'Notes', 'noteText': 'Note', 'addNote': 'Add note', 'timeline': 'Timeline', 'form': 'Form', 'dashboard': 'Dashboard', 'emptyChoice': '–', 'asTable': 'Values', 'noRight': 'Your roles do not give you the right to see this.',
  'addExisting': 'Add existing', 'found': '{0} found', 'notFound': 'Nothing found', 'saveFirst': 'Save the row first.', 'allStates': 'Total', 'pageOf': 'Page {0}', 'sortedUp': 'sorted ascending', 'sortedDown': 'sorted descending', 'noValue': '(no value)', 'working': 'Working…', 'dismiss': 'Dismiss',
  'mayNot': 'Your security roles do not let you {0} rows of this table: {1}.', 'mayNotHere': 'Your security roles do not let you {0} this row; it belongs to somebody else.', 'may.Create': 'create', 'may.Read': 'read', 'may.Write': 'change', 'may.Delete': 'delete', 'may.Assign': 'assign', 'may.Share': 'share', 'may.Append': 'append', 'may.AppendTo': 'append to',
  'selectOne': 'Select exactly one row first.', 'selectSome': 'Select {0} to {1} rows first.', 'selectAny': 'Select rows first.', 'notAsItStands': 'The state of the row does not allow this now.', 'rowReadOnly': 'The row can only be read in its state.',
  'headKeys': 'Enter sorts, the arrow keys walk through the columns', 'headKeysFilter': 'Enter sorts, Alt+↓ filters, the arrow keys walk through the columns', 'filterOf': 'Filter: {0}', 'filterOn': 'Filter: {0}, filtered', 'filterBy': 'Condition', 'filterValue': 'Value', 'filterApply': 'Apply', 'filterClear': 'Clear filter',
  'filter.contains': 'contains', 'filter.begins': 'begins with', 'filter.eq': 'equals', 'filter.ne': 'does not equal', 'filter.null': 'is empty', 'filter.not-null': 'is not empty', 'filter.in': 'is one of', 'filter.not-in': 'is none of', 'filter.on': 'on', 'filter.on-or-after': 'on or after', 'filter.on-or-before': 'on or before', 'filter.ge': 'at least', 'filter.le': 'at most',
  'quickCreate': 'New', 'quickCreateTitle': 'Quick create: {0}', 'newOf': '+ New: {0}', 'saveClose': 'Save and close', 'made': '{0} was created.', 'openIt': 'Open it',
};

const persian = {
  'notice': 'شبیه‌ساز توسعه – این داینامیکس مایکروسافت نیست.',
  'signOut': 'خروج', 'app': 'برنامه', 'siteMap': 'نقشه سایت', 'commands': 'فرمان‌ها', 'view': 'نما', 'find': 'جستجو در این نما', 'findGo': 'جستجو',
  'refresh': 'تازه‌سازی', 'new': 'جدید', 'save': 'ذخیره', 'delete': 'حذف', 'edit': 'باز کردن', 'close': 'بستن', 'back': 'بازگشت', 'chart': 'نمودار', 'noChart': 'بدون نمودار',
  'deleteQuestion': '{0} ردیف حذف شود؟ این کار برگشت ندارد.', 'deleteTitle': 'تأیید حذف', 'selectAll': 'انتخاب همه ردیف‌ها', 'selectRow': 'انتخاب {0}',
  'rows': '{0}–{1} از {2}', 'moreThan': 'بیش از {0}', 'previous': 'صفحه پیش', 'next': 'صفحه بعد', 'nothing': 'ردیفی نیست.', 'noRows': 'در این نما ردیفی نیست.', 'noRowsFound': 'هیچ ردیفی با جستجو و فیلتر جور نیست.', 'loading': 'در حال بارگذاری…', 'selected': '{0} انتخاب‌شده',
  'ok': 'تأیید', 'cancel': 'انصراف', 'yes': 'بله', 'no': 'خیر', 'error': 'خطایی رخ داد', 'details': 'جزئیات', 'add': 'افزودن', 'remove': 'برداشتن {0}', 'choose': 'انتخاب', 'lookFor': 'جستجو', 'table': 'جدول',
  'unsaved': 'تغییرات ذخیره نشده', 'saved': 'ذخیره شد', 'newRow': '{0} جدید', 'notSaved': 'هنوز ذخیره نشده', 'required': 'برای {0} مقداری بدهید.', 'number': '{0} باید عدد باشد.', 'date': '{0} باید تاریخی مانند {1} باشد.', 'dateHint': 'سال/ماه/روز', 'timeHint': 'سال/ماه/روز ساعت:دقیقه', 'readOnly': 'فقط خواندنی', 'noAccess': 'برای شما نمایش داده نمی‌شود',
  'notes': 'یادداشت‌ها', 'noteText': 'یادداشت', 'addNote': 'افزودن یادداشت', 'timeline': 'خط زمان', 'form': 'فرم', 'dashboard': 'داشبورد', 'emptyChoice': '–', 'asTable': 'مقدارها', 'noRight': 'نقش‌های شما اجازه دیدن این را نمی‌دهند.',
  'addExisting': 'افزودن موجود', 'found': '{0} مورد یافت شد', 'notFound': 'چیزی یافت نشد', 'saveFirst': 'نخست ردیف را ذخیره کنید.', 'allStates': 'جمع', 'pageOf': 'صفحه {0}', 'sortedUp': 'مرتب‌شده صعودی', 'sortedDown': 'مرتب‌شده نزولی', 'noValue': '(بدون مقدار)', 'working': 'در حال انجام…', 'dismiss': 'بستن پیام',
  'mayNot': 'نقش‌های امنیتی شما اجازه {0} ردیف‌های این جدول را نمی‌دهند: {1}.', 'mayNotHere': 'نقش‌های امنیتی شما اجازه {0} این ردیف را نمی‌دهند؛ این ردیف از آن دیگری است.', 'may.Create': 'ایجاد', 'may.Read': 'خواندن', 'may.Write': 'تغییر', 'may.Delete': 'حذف', 'may.Assign': 'واگذاری', 'may.Share': 'اشتراک‌گذاری', 'may.Append': 'پیوست', 'may.AppendTo': 'پیوست به',
  'selectOne': 'نخست یک ردیف را انتخاب کنید.', 'selectSome': 'نخست {0} تا {1} ردیف انتخاب کنید.', 'selectAny': 'نخست ردیف‌هایی انتخاب کنید.', 'notAsItStands': 'وضعیت کنونی ردیف اجازه این کار را نمی‌دهد.', 'rowReadOnly': 'ردیف در این وضعیت فقط خوانده می‌شود.',
  'headKeys': 'Enter مرتب می‌کند، کلیدهای جهت میان ستون‌ها می‌روند', 'headKeysFilter': 'Enter مرتب و Alt+↓ فیلتر می‌کند، کلیدهای جهت میان ستون‌ها می‌روند', 'filterOf': 'فیلتر: {0}', 'filterOn': 'فیلتر: {0}، فیلترشده', 'filterBy': 'شرط', 'filterValue': 'مقدار', 'filterApply': 'اعمال', 'filterClear': 'پاک کردن فیلتر',
  'filter.contains': 'شامل', 'filter.begins': 'آغاز با', 'filter.eq': 'برابر', 'filter.ne': 'نابرابر', 'filter.null': 'خالی است', 'filter.not-null': 'خالی نیست', 'filter.in': 'یکی از', 'filter.not-in': 'هیچ‌یک از', 'filter.on': 'در', 'filter.on-or-after': 'در یا پس از', 'filter.on-or-before': 'در یا پیش از', 'filter.ge': 'دست‌کم', 'filter.le': 'حداکثر',
  'quickCreate': 'جدید', 'quickCreateTitle': 'ایجاد سریع: {0}', 'newOf': '+ جدید: {0}', 'saveClose': 'ذخیره و بستن', 'made': '{0} ساخته شد.', 'openIt': 'باز کردن',
};

/** @param {number} language @returns {(key: string, ...values: Array<string | number>) => string} */
export function speaker(language) {
  const words = language === 1065 ? persian : english;
  return (key, ...values) => {
    if (!(key in words)) {
      throw new Error('The shell has no word ' + key + '.');
    }

    return words[key].replace(/\{(\d)(?::([^|}]*)\|([^}]*))?\}/g, (_, index, one, more) => {
      const value = String(values[Number(index)]);
      return one === undefined ? value : /^[1۱]$/.test(value) ? one : more;
    });
  };
}
