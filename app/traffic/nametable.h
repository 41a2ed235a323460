// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

namespace Switchboard::App {

/**
 * Event, namespace, target and room names, each kept once and told apart by a small number.
 *
 * Bounded: when it is full every new name is other(); names longer than maxLength are cut.
 *
 * Thread: the one it was made in.
 */
class NameTable
{
public:
    using Id = quint16;

    static constexpr qsizetype maxLength = 1024;

    explicit NameTable(int maxNames = 65'536, qsizetype maxBytes = 16 * 1024 * 1024);

    /** The number of @p name; 0 for the empty name. */
    Id intern(QByteArrayView name);

    const QByteArray &name(Id id) const { return m_names.at(id).bytes; }

    /** name() fit for the screen. */
    const QString &text(Id id) const { return m_names.at(id).text; }

    int size() const { return int(m_names.size()); }

    /** Stands for all names that came when the table was full. */
    static constexpr Id other() { return 1; }

private:
    struct Name
    {
        QByteArray bytes;
        QString text;
    };

    Id add(const QByteArray &name);

    int m_maxNames;
    qsizetype m_bytesLeft;
    QList<Name> m_names;
    QHash<QByteArrayView, Id> m_ids; // keys view m_names' bytes, which are never changed
};

} // namespace Switchboard::App
