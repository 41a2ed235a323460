// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/dashboard.h"

namespace Switchboard::App {

Dashboard::Dashboard(DashboardOptions options, QObject *parent)
    : QObject(parent)
    , m_server(m_host, std::move(options.launch))
{
    connect(&m_host, &EngineHost::namespacesTaken, &m_namespaces, &NamespacesModel::take);
}

Dashboard::~Dashboard() = default;

} // namespace Switchboard::App
