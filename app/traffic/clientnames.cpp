// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/clientnames.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"

namespace Switchboard::App {

namespace {

constexpr qsizetype shown = 100;

QString textMember(QByteArrayView object, QByteArrayView key)
{
    const auto value = Json::member(object, key);
    if (!value || !value->startsWith('"')) {
        return {};
    }
    return displaySafe(Json::decodeString(*value), shown);
}

} // namespace

ClientNames::ClientNames(qsizetype most)
    : m_most(most)
{ }

ClientNames::Client &ClientNames::slot(quint32 serial)
{
    ++m_revision;
    if (const auto found = m_clients.find(serial); found != m_clients.end()) {
        return *found;
    }
    if (m_clients.size() >= m_most) {
        m_clients.remove(m_order.front());
        m_order.pop_front();
    }
    m_order.push_back(serial);
    return m_clients[serial];
}

void ClientNames::connected(quint32 serial, QByteArrayView payload)
{
    if (serial == 0 || Json::check(payload)) {
        return;
    }
    Client &client = slot(serial);
    client.id = textMember(payload, "sid");
    client.address = textMember(payload, "address");
    client.transport = textMember(payload, "transport");
}

void ClientNames::setName(quint32 serial, const QString &name)
{
    const QString safe = displaySafe(name, shown);
    if (client(serial).name != safe) {
        slot(serial).name = safe;
    }
}

const ClientNames::Client &ClientNames::client(quint32 serial) const
{
    static const Client unknown;
    const auto found = m_clients.constFind(serial);
    return found == m_clients.constEnd() ? unknown : *found;
}

QString ClientNames::label(quint32 serial) const
{
    const QString &known = client(serial).label();
    if (!known.isEmpty() || serial == 0) {
        return known;
    }
    return QLatin1Char('#') + QString::number(serial);
}

} // namespace Switchboard::App
