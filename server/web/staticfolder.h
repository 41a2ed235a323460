// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "web/filetree.h"

#include <QByteArray>
#include <QString>

namespace Switchboard::Web {

/** How many files of all folders are open at once; engine thread. */
struct OpenFiles
{
    int open = 0;
    int most = 512; // L51
};

/**
 * A folder of the operator's disk, which may have been downloaded from anywhere.
 *
 * Serves regular files inside of it and nothing else: links that lead out, devices, pipes and
 * sockets are not found. The path is looked up afresh for every request, so a build tool may
 * replace the folder.
 *
 * Thread: engine thread. @p openFiles outlives every file that was opened.
 */
class StaticFolder final : public FileTree
{
public:
    StaticFolder(const QString &path, OpenFiles &openFiles);

    Result<ServedFile, FileError> open(const QList<QByteArray> &segments) override;

    bool isOurs() const override { return false; }

    /** Looks segments up one by one without following any link; what systems without openat2 do. */
    void setPortableLookup(bool portable) { m_portable = portable; }

private:
    int lookUp(const QList<QByteArray> &segments);

    QByteArray m_path;
    OpenFiles &m_openFiles;
    bool m_portable = false;
};

} // namespace Switchboard::Web
