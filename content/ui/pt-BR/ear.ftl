ear-title = Ouvir com fones
ear-only = A voz sai só nos fones.
ear-ask = Você também pode cobrir a tela, para que ninguém ao lado a leia.
ear-leave = Continuar assim
ear-cover = Cobrir a tela

settings-mask = Cobrir a tela
mask-shown = Mostrar a tela
mask-hidden = Cobrir a tela
mask-title = Em uso
mask-by-ear = Alguém está usando de ouvido.
mask-away = Mostrar a tela

idle-asks = Se nada for apertado, volta a primeira página. O que você escreveu e viu é apagado.
