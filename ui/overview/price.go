package overview

import (
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/value"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// onMoney tells whether prices show, mayPrice whether whoever sits here may alter them, and canPrice whether there is one to alter.
func (o *Overview) onMoney() bool { return o.page == money && o.shows() }

func (o *Overview) mayPrice() bool {
	return o.onMoney() && o.Env.User.Has(model.RoleCoordinator, model.RoleAdmin)
}

func (o *Overview) canPrice() bool { return o.mayPrice() && len(o.data.prices) > 0 }

// whyNotPrice says who may.
func (o *Overview) whyNotPrice() string {
	if o.onMoney() && !o.mayPrice() {
		return o.Env.Words.Say("overview.price.who")
	}
	return ""
}

// addPrice asks for a new price, of this year.
func (o *Overview) addPrice() tea.Cmd {
	return o.askPrice("overview.price.add", value.Price{Year: o.today().Year()}, func(p value.Price) model.Action { return value.Add{Price: p} })
}

// editPrice asks which price to alter, and how.
func (o *Overview) editPrice() tea.Cmd {
	return o.choosePrice("overview.price.edit", func(p value.Price) tea.Cmd {
		return o.askPrice("overview.price.edit", p, func(p value.Price) model.Action { return value.Edit{Price: p} })
	})
}

// dropPrice asks which price to take away.
func (o *Overview) dropPrice() tea.Cmd {
	return o.choosePrice("overview.price.remove", func(p value.Price) tea.Cmd {
		return tea.Batch(o.Show(nil), o.Do(nil, value.Remove{ID: p.ID}))
	})
}

func (o *Overview) choosePrice(title string, then func(value.Price) tea.Cmd) tea.Cmd {
	w := o.Env.Words
	var list []widget.Choice
	for _, p := range o.data.prices {
		list = append(list, widget.Choice{ID: p.ID.String(), Label: w.Unit(p.Unit) + " " + strconv.Itoa(p.Year), Right: w.Euros(int64(p.Base))})
	}
	return o.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say(title), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list},
		Choose: func(id string) tea.Cmd {
			for _, p := range o.data.prices {
				if p.ID.String() == id {
					return then(p)
				}
			}
			return nil
		}})
}

// askPrice asks for what a price is, filled in as it stands.
func (o *Overview) askPrice(title string, p value.Price, act func(value.Price) model.Action) tea.Cmd {
	w := o.Env.Words
	amount := func(c value.Cents) string {
		if p.ID == (journal.ID{}) {
			return ""
		}
		return strings.Replace(c.String(), ".", ",", 1)
	}
	date, year := "", ""
	if !p.Date.IsZero() {
		date = p.Date.Format("02-01-2006")
	}
	if p.Year != 0 {
		year = strconv.Itoa(p.Year)
	}
	unit := p.Unit
	if unit != "" {
		unit = w.Unit(unit)
	}
	entry := func(name, filled string) widget.Entry { return widget.TextEntry(name, w.Say("field."+name), filled, 1) }
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say(title), Entries: []widget.Entry{
		entry("price-unit", unit).Hinted(w.Say("overview.price.unit")), entry("price-low", amount(p.Low)).Hinted(w.Say("overview.price.amount")), entry("price-base", amount(p.Base)),
		entry("price-high", amount(p.High)), entry("price-source", p.Source).Hinted(w.Say("overview.price.source")), entry("price-date", date).Hinted(w.Say("overview.own.hint")), entry("price-year", year),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		p := p
		p.Unit, p.Source = f.Text("price-unit"), f.Text("price-source")
		for _, x := range []struct {
			name string
			to   *value.Cents
		}{{"price-low", &p.Low}, {"price-base", &p.Base}, {"price-high", &p.High}} {
			typed := f.Text(x.name)
			if typed == "" && x.name != "price-base" { // only one price is known
				typed = f.Text("price-base")
			}
			c, err := value.ParseCents(typed)
			if err != nil {
				f.Blame(x.name, w.Error(err))
				return nil
			}
			*x.to = c
		}
		p.Date, p.Year = time.Time{}, 0
		if typed := f.Text("price-date"); typed != "" {
			day, ok := text.ReadDay(typed)
			if !ok {
				f.Blame("price-date", w.Say("overview.own.fault"))
				return nil
			}
			p.Date = day
		}
		if typed := f.Text("price-year"); typed != "" {
			n, err := strconv.Atoi(typed)
			if err != nil {
				f.Blame("price-year", w.Say("overview.price.year"))
				return nil
			}
			p.Year = n
		}
		return o.Do(nil, act(p))
	}
	return o.Fill(d)
}
