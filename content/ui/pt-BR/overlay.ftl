language-title = ことば Language
language-intro = Escolha a língua. ことばを えらんで ください。
language-close = Deixar como está

help-title = Como usar
help-what = Aqui você encontra informações da cidade e pratica o uso do celular. Qualquer pessoa pode usar, de graça.
help-forgets = Não perguntamos seu nome. Nada sobre você fica guardado.
help-where = Você está na página “{ $title }”.
help-touch = Toque na tela com o dedo. Pode apertar devagar.
help-keys = No teclado, as setas movem, Enter escolhe e Esc volta.
help-pad = No controle de jogo, a cruz move, A escolhe e B volta.
help-switch = Bastam 2 acionadores: um avança e o outro escolhe.
help-voice = Aperte uma tecla e o texto é lido. “Parar” interrompe a leitura.
help-close = Fechar
help-sources = Fontes e licenças
help-staff = Para funcionários

leave-title = Terminou
leave-thanks = Obrigado por vir.
leave-forgets = Nada sobre você fica guardado.
leave-now = Para a primeira página
leave-stay = Continuar usando

idle-title = Você ainda está usando?
idle-left = Faltam { $seconds } segundos.
idle-stay = Continuar usando
idle-end = Terminar (apagar)

language-no-letters = As letras desta língua não estão aqui.
language-beside = Com o japonês ao lado, você pode apontar a linha para o funcionário.
