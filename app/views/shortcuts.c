/* shortcuts.c: every keyboard shortcut of the program, with its words.
 *
 * The application takes its accelerators from here and the shortcuts dialog its
 * rows, so that neither can lack what the other has. "win.page" hands a verb on to
 * the page that is shown, which need not know it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shortcuts.h"

#include <glib/gi18n-lib.h>

#define GENERAL NC_ ("shortcuts", "General")
#define VIEWS NC_ ("shortcuts", "Views")
#define PAGE NC_ ("shortcuts", "On a Page")

const TpShortcut tp_shortcuts[] = {
  { PAGE, NC_ ("shortcuts", "New Record"), "win.page::new", { "<Control>n" } },
  { PAGE, NC_ ("shortcuts", "Search"), "win.page::search", { "<Control>f" } },
  { PAGE, NC_ ("shortcuts", "Export"), "win.page::export", { "<Control>e" } },
  { PAGE, NC_ ("shortcuts", "Print"), "win.page::print", { "<Control>p" } },
  { PAGE, NC_ ("shortcuts", "Open the Menu of a Row or Card"), NULL, { "<Shift>F10" } },
  { PAGE, NC_ ("shortcuts", "Move the Card to the Next Stage"), NULL, { "<Shift><Control>Right" } },
  { PAGE, NC_ ("shortcuts", "Move the Card to the Stage Before"), NULL, { "<Shift><Control>Left" } },
  { PAGE, NC_ ("shortcuts", "Select All Rows"), NULL, { "<Control>a" } },
  { PAGE, NC_ ("shortcuts", "Remove the Filter of a Chip"), NULL, { "Delete" } },
  { PAGE, NC_ ("shortcuts", "Previous Exporter"), NULL, { "<Alt>Up" } },
  { PAGE, NC_ ("shortcuts", "Next Exporter"), NULL, { "<Alt>Down" } },
  { PAGE, NC_ ("shortcuts", "Add or Save the Note"), NULL, { "<Control>Return" } },
  { PAGE, NC_ ("shortcuts", "Attach What Was Copied to the Document"), NULL, { "<Control>v" } },
  { PAGE, NC_ ("shortcuts", "Remove the Task or Entry"), NULL, { "Delete" } },
  { PAGE, NC_ ("shortcuts", "Move a Column or Document Up"), NULL, { "<Alt>Up" } },
  { PAGE, NC_ ("shortcuts", "Move a Column or Document Down"), NULL, { "<Alt>Down" } },
  { PAGE, NC_ ("shortcuts", "Previous Page of the Preview"), NULL, { "Page_Up" } },
  { PAGE, NC_ ("shortcuts", "Next Page of the Preview"), NULL, { "Page_Down" } },
  { VIEWS, NC_ ("shortcuts", "Overview"), "win.show-view::overview", { "<Control>1" } },
  { VIEWS, NC_ ("shortcuts", "Exporters"), "win.show-view::exporters", { "<Control>2" } },
  { VIEWS, NC_ ("shortcuts", "Commitments"), "win.show-view::commitments", { "<Control>3" } },
  { VIEWS, NC_ ("shortcuts", "Funds"), "win.show-view::funds", { "<Control>4" } },
  { VIEWS, NC_ ("shortcuts", "Reports"), "win.show-view::reports", { "<Control>5" } },
  { VIEWS, NC_ ("shortcuts", "Back"), "win.back", { "<Alt>Left" } },
  { VIEWS, NC_ ("shortcuts", "Show or Hide the Sidebar"), "win.sidebar", { "F9" } },
  { VIEWS, NC_ ("shortcuts", "Rename the Saved Filter"), NULL, { "F2" } },
  { VIEWS, NC_ ("shortcuts", "Delete the Saved Filter"), NULL, { "Delete" } },
  { VIEWS, NC_ ("shortcuts", "Move the Saved Filter Up"), NULL, { "<Alt>Up" } },
  { VIEWS, NC_ ("shortcuts", "Move the Saved Filter Down"), NULL, { "<Alt>Down" } },
  { VIEWS, NC_ ("shortcuts", "Change the As-of Date"), "win.as-of", { "<Control>d" } },
  { GENERAL, NC_ ("shortcuts", "Undo"), "win.undo", { "<Control>z" } },
  { GENERAL, NC_ ("shortcuts", "Redo"), "win.redo", { "<Shift><Control>z" } },
  { GENERAL, NC_ ("shortcuts", "New Workspace"), "win.new", { "<Shift><Control>n" } },
  { GENERAL, NC_ ("shortcuts", "Open Workspace"), "win.open", { "<Control>o" } },
  { GENERAL, NC_ ("shortcuts", "Save a Copy"), "win.save-copy", { "<Shift><Control>s" } },
  { GENERAL, NC_ ("shortcuts", "Import a Spreadsheet"), "win.import", { "<Control>i" } },
  { GENERAL, NC_ ("shortcuts", "New Window"), "app.new-window", { "<Shift><Control>w" } },
  { GENERAL, NC_ ("shortcuts", "Main Menu"), "win.menu", { "F10" } },
  { GENERAL, NC_ ("shortcuts", "Preferences"), "win.preferences", { "<Control>comma" } },
  { GENERAL, NC_ ("shortcuts", "Keyboard Shortcuts"), "win.shortcuts", { "<Control>question" } },
  { GENERAL, NC_ ("shortcuts", "Help"), "win.help", { "F1" } },
  { GENERAL, NC_ ("shortcuts", "Close Window"), "win.close", { "<Control>w" } },
  { GENERAL, NC_ ("shortcuts", "Quit"), "app.quit", { "<Control>q" } },
};

const guint tp_n_shortcuts = G_N_ELEMENTS (tp_shortcuts);
