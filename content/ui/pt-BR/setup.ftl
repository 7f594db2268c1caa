setup-title = { $number } de { $steps }: { $name }
setup-step-tongue = Língua
setup-step-town = Cidade
setup-step-place = Este lugar
setup-step-screen = Tamanho da tela
setup-step-clock = Relógio
setup-step-sound = Som
setup-step-print = Impressão
setup-step-number = Código dos funcionários

setup-next = Seguir
setup-later = Decidir depois
setup-close = Fechar (guardar)
setup-back = Um passo atrás
setup-again = Tentar de novo
setup-use-now = Usar assim por enquanto
setup-now = Agora: { $what }

setup-tongue-hello = Com qual língua começar?
setup-welcome = Esta é a primeira configuração. Leva cerca de 10 minutos. Tudo pode ser mudado depois.

setup-town-hello = Que cidade é esta?
setup-town-none = Não está aqui
setup-town-sample = Exemplo, não é uma cidade de verdade
setup-town-find = Procurar em kana
setup-town-file = Uma cidade que não está aqui pode ser escrita no arquivo de configuração (kiosk.toml). Até lá aparece “pergunte à prefeitura”.
setup-town-hint = Escreva o nome da cidade em hiragana e ele aparece aqui.

setup-name-hello = Como se chama este lugar?
setup-name-write = Escrever o nome
setup-name-rewrite = Escrever o nome de novo
setup-name-field = Nome deste lugar
setup-name-file = Outros kanji podem ser escritos no arquivo de configuração (kiosk.toml), em place.
setup-name-hint = Ao escrever しょうがっこう, aparece também 小学校. Aperte o certo.
setup-name-few = Estes prédios estão nos dados da cidade. Se for este lugar, aperte. A posição também fica gravada.
setup-name-many = Os dados da cidade têm { $count } prédios. Escreva o nome em kana e eles aparecem.
setup-write-back = Cancelar

setup-building-hello = Que tipo de prédio é?
building-shelter = Abrigo
building-hall = Centro comunitário
building-school = Escola
building-office = Prefeitura
building-library = Biblioteca
building-care = Centro de assistência social
building-other = Outro

setup-entrance-hello = Como se chega da entrada até este aparelho?
setup-entrance-write = Escrever
setup-entrance-field = O caminho desde a entrada
setup-entrance-hint = Por exemplo: da entrada, 10 passos à direita.
entrance-right = À direita de quem entra
entrance-left = À esquerda de quem entra
entrance-front = Em frente à entrada
entrance-upstairs = No alto da escada

setup-card-how = Encoste um cartão de banco na moldura e ajuste o lado direito.
setup-card-name = Moldura do cartão
setup-card-outline = Moldura do tamanho de um cartão
setup-card-less = Menor
setup-card-more = Maior
setup-card-fits = Ficou certo

setup-clock-hello = A data e a hora estão certas?
setup-clock-right = Estão certas
setup-clock-differs = Estão erradas
setup-clock-wrong = Como acertar o relógio
setup-clock-net = Com a rede ligada, o relógio se acerta sem ajuda.
setup-clock-machine = Sem rede, acerte em “data e hora”, na configuração da máquina.
setup-clock-until = Até lá, o que precisa de data aparece como não confirmado. O resto pode ser usado.

setup-sound-hello = Você ouve a voz?
setup-sound-sample = Ouvir a voz
setup-sound-heard = Ouvi
setup-sound-not = Não ouço
setup-sound-silent = Quando não se ouve
setup-sound-plug = Veja se o fio do alto-falante está ligado. Se houver fones de ouvido, tire.
setup-sound-power = Veja se o alto-falante está ligado e com volume.
setup-sound-settings = Na configuração de som da máquina, escolha por onde sai o som.
setup-sound-without = Dá para usar sem som. A parte lida fica iluminada.
setup-sound-go-on = Seguir sem som

setup-print-hello = Há uma impressora?
setup-print-looking = Procurando impressoras.
setup-print-found = Impressoras encontradas: { $count }.
setup-print-more = E mais { $count }.
setup-print-none = Nenhuma impressora foi encontrada.
setup-print-no-system = Este aparelho não tem com que imprimir (CUPS não está instalado).
setup-print-no-answer = Não foi possível saber se há uma impressora.
setup-print-look = Procurar de novo
setup-print-later = Este aparelho ainda não imprime em papel. Dá para usar sem impressora.
setup-print-yes = Há
setup-print-no = Não há

setup-number-hello = Vamos criar um código que só os funcionários sabem.
setup-number-why = Ele abre a página dos funcionários. A máquina escolhe 6 números.
setup-number-care = Prepare papel e caneta. O código aparece em letras grandes na próxima página. Se a voz estiver ligada, ele também é lido.
setup-number-draw = Criar o código
setup-number-write = Escreva este código no papel.
setup-number-once = Depois não dá para ver de novo. Guarde o papel em um lugar com chave.
setup-number-written = Escrevi no papel
setup-number-again = Outro código
setup-number-confirm = Olhe o papel e aperte o código.
setup-number-differs = É um código diferente. Aperte de novo.
setup-number-look = Ver o código de novo
setup-number-set = O código dos funcionários está definido.
setup-number-set-keep = O código não aparece mais em lugar nenhum. Guarde o papel.
setup-number-taken = Já existe um código dos funcionários.
setup-number-taken-remedy = Para ter outro código, aperte os 6 números do código atual.
setup-number-taken-keep = Continuar com o código atual
setup-number-trouble = O código não mudou. Veja o espaço no disco e tente de novo.

setup-done-title = Primeira configuração
setup-done-hello = Obrigado. Está pronto para usar.
setup-done-change = Tudo pode ser mudado a qualquer hora: “Como usar” e depois “Para funcionários”.
setup-done-shelter = Quando aqui virar um abrigo, aperte “Abrigo” na página dos funcionários.
setup-finish = Para a primeira página
