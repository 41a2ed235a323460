// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>

#include <utility>

namespace Switchboard::Net {

/**
 * Counts open connections, together and per peer address, for the caps L01 and L02.
 *
 * Thread: engine thread. Outlives its slots.
 */
class ConnectionLedger
{
public:
    /** One counted connection; it is counted as long as this exists. Move-only. */
    class Slot
    {
    public:
        Slot() = default;

        Slot(Slot &&other) noexcept
            : m_ledger(std::exchange(other.m_ledger, nullptr))
            , m_address(std::move(other.m_address))
        { }

        Slot &operator=(Slot &&other) noexcept
        {
            std::swap(m_ledger, other.m_ledger);
            std::swap(m_address, other.m_address);
            return *this;
        }

        ~Slot()
        {
            if (m_ledger) {
                m_ledger->release(m_address);
            }
        }

    private:
        friend class ConnectionLedger;

        Slot(ConnectionLedger *ledger, QByteArray address)
            : m_ledger(ledger)
            , m_address(std::move(address))
        { }

        ConnectionLedger *m_ledger = nullptr;
        QByteArray m_address;
    };

    Slot enter(const QByteArray &address)
    {
        auto place = m_perAddress.find(address);
        if (place == m_perAddress.end()) {
            place = m_perAddress.insert(address, 0);
        }
        ++*place;
        ++m_count;
        // The key is shared by all connections of that address.
        return Slot(this, place.key());
    }

    int count() const { return m_count; }

    int count(const QByteArray &address) const { return m_perAddress.value(address); }

private:
    void release(const QByteArray &address)
    {
        --m_count;
        const auto place = m_perAddress.find(address);
        if (--*place == 0) {
            m_perAddress.erase(place);
        }
    }

    int m_count = 0;
    QHash<QByteArray, int> m_perAddress;
};

} // namespace Switchboard::Net
