// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "portowner.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QSet>

namespace Switchboard {

namespace {

/** Inodes of the sockets in @p table (/proc/net/tcp, proc(5)) that listen on @p port. */
void collectListeners(const QString &table, quint16 port, QSet<QByteArray> &inodes)
{
    constexpr int localColumn = 1;
    constexpr int stateColumn = 3;
    constexpr int inodeColumn = 9;
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    // Files of /proc have no size, so atEnd() must be asked after reading.
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QByteArrayList columns = line.simplified().split(' ');
        if (columns.size() <= inodeColumn || columns[stateColumn] != "0A") {
            continue;
        }
        const QByteArray local = columns[localColumn];
        if (local.sliced(local.lastIndexOf(':') + 1).toUInt(nullptr, 16) == port) {
            inodes.insert(columns[inodeColumn]);
        }
    }
}

bool holdsOneOf(const QString &process, const QSet<QByteArray> &inodes)
{
    const QDir descriptors(u"/proc/" % process % u"/fd");
    const QStringList names = descriptors.entryList(QDir::System | QDir::Files);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        // A link to "socket:[inode]", which Qt takes for a file name.
        const QByteArray path = QFile::symLinkTarget(descriptors.filePath(name)).toLatin1();
        const QByteArray target = path.sliced(path.lastIndexOf('/') + 1);
        return target.startsWith("socket:[") && inodes.contains(target.sliced(8).chopped(1));
    });
}

} // namespace

QString portOwner(quint16 port)
{
    QSet<QByteArray> inodes;
    collectListeners(QStringLiteral("/proc/net/tcp"), port, inodes);
    collectListeners(QStringLiteral("/proc/net/tcp6"), port, inodes);
    if (inodes.isEmpty()) {
        return {};
    }
    const QStringList entries
        = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        if (!entry.front().isDigit() || !holdsOneOf(entry, inodes)) {
            continue;
        }
        QFile name(u"/proc/" % entry % u"/comm");
        if (name.open(QIODevice::ReadOnly)) {
            return QString::fromUtf8(name.readAll().trimmed()) % u", process " % entry;
        }
    }
    return {};
}

} // namespace Switchboard
