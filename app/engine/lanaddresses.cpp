// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/lanaddresses.h"

#include <QFile>
#include <QNetworkInterface>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

/** Name of the interface that leads to the internet, where the system tells (Linux). */
QString defaultRouteInterface()
{
    QFile routes(QStringLiteral("/proc/net/route"));
    if (!routes.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QList<QByteArray> lines = routes.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() > 2 && columns.at(1) == "00000000") {
            return QString::fromLocal8Bit(columns.at(0));
        }
    }
    return {};
}

int rank(const LanAddresses::Entry &entry, const QString &preferredInterface)
{
    if (entry.isVirtual) {
        return 3;
    }
    if (entry.interfaceName == preferredInterface) {
        return 0;
    }
    const bool isPhysical = entry.interfaceName.startsWith(u"en")
        || entry.interfaceName.startsWith(u"eth") || entry.interfaceName.startsWith(u"wl");
    return isPhysical ? 1 : 2;
}

} // namespace

LanAddresses::LanAddresses(QObject *parent)
    : QAbstractListModel(parent)
{
    refresh();
}

int LanAddresses::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LanAddresses::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Entry &entry = m_entries[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::Address:
        return entry.address;
    case Role::InterfaceName:
        return entry.interfaceName;
    case Role::IsVirtual:
        return entry.isVirtual;
    }
    return {};
}

QHash<int, QByteArray> LanAddresses::roleNames() const
{
    return {{int(Role::Address), "address"}, {int(Role::InterfaceName), "interfaceName"},
        {int(Role::IsVirtual), "isVirtual"}};
}

QString LanAddresses::preferred() const
{
    return m_entries.empty() || m_entries.front().isVirtual ? QString() : m_entries.front().address;
}

QStringList LanAddresses::shareable() const
{
    QStringList real;
    QStringList all;
    for (const Entry &entry : m_entries) {
        all.append(entry.address);
        if (!entry.isVirtual) {
            real.append(entry.address);
        }
    }
    return real.isEmpty() ? all : real;
}

bool LanAddresses::refresh()
{
    std::vector<Entry> entries;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack)) {
            continue;
        }
        const auto addresses = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : addresses) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol) {
                entries.push_back(
                    {entry.ip().toString(), interface.name(), isVirtualName(interface.name())});
            }
        }
    }
    entries = sorted(std::move(entries), defaultRouteInterface());
    if (entries == m_entries) {
        return false;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
    Q_EMIT changed();
    return true;
}

bool LanAddresses::isVirtualName(const QString &interfaceName)
{
    static constexpr std::array prefixes{
        u"docker", u"veth", u"br-", u"virbr", u"lo", u"vmnet", u"vboxnet"};
    return std::any_of(prefixes.begin(), prefixes.end(),
        [&](const char16_t *prefix) { return interfaceName.startsWith(QStringView(prefix)); });
}

std::vector<LanAddresses::Entry> LanAddresses::sorted(
    std::vector<Entry> entries, const QString &preferredInterface)
{
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        return rank(a, preferredInterface) < rank(b, preferredInterface);
    });
    return entries;
}

} // namespace Switchboard::App
