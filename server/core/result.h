// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <utility>
#include <variant>

namespace Switchboard {

/**
 * A value or the reason why there is none.
 *
 * For mistakes of a peer or of the environment; our own mistakes are assertions.
 * T and E must differ. Value type, any thread.
 */
template <typename T, typename E> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    { }

    Result(E error)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    bool ok() const noexcept { return m_state.index() == 0; }

    explicit operator bool() const noexcept { return ok(); }

    /** Precondition of the four below: ok(). */
    T &value() & { return *std::get_if<0>(&m_state); }

    const T &value() const & { return *std::get_if<0>(&m_state); }

    T &operator*() & { return value(); }

    const T &operator*() const & { return value(); }

    T *operator->() { return &value(); }

    const T *operator->() const { return &value(); }

    /** Precondition: !ok(). */
    const E &error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace Switchboard
