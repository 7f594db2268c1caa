plain-title = Um momento, por favor
plain-wait = Vai começar de novo em cerca de 1 minuto.
plain-ask = Se for urgente, pergunte a um funcionário por perto.
