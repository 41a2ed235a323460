// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "web/filetree.h"

#include <QString>

namespace Switchboard::Web {

/** Files that were built into the program, below a folder of the Qt resources. */
class EmbeddedFolder final : public FileTree
{
public:
    /** @param root such as "/switchboard/demos/chat" */
    explicit EmbeddedFolder(QString root);

    Result<ServedFile, FileError> open(const QList<QByteArray> &segments) override;

    bool isOurs() const override { return true; }

private:
    QString m_root;
};

} // namespace Switchboard::Web
